import { become, withActor } from '#db/client';
import { findRefreshTokenOwner } from '#db/queries/sign-in';
import { markOwnAccountDeleted, markPasswordHash } from '#db/queries/users';
import { insertRow } from '#db/rows';
import { factors } from '#db/schema/factors';
import { pendingSignups } from '#db/schema/pending-signups';
import { issuePortalTicket } from '#lib/auth/portal-ticket';
import { issueRecoveryCodes, prepareRecoveryCodes } from '#lib/auth/recovery-code';
import { issueTicket } from '#lib/auth/ticket';
import { blindIndex } from '#lib/crypto/blind-index';
import { hashPassword } from '#lib/crypto/password-hash';
import { seal } from '#lib/crypto/seal';
import { hashToken, randomToken } from '#lib/crypto/tokens';
import { newTotpSecret } from '#lib/crypto/totp';
import { openApiSession } from '#lib/operations/auth/api-session';
import { refresh } from '#lib/operations/auth/refresh';
import { writeWish } from '#lib/operations/users/wished-address';
import type { Clock } from '#lib/platform/clock';
import { type Id, newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import type { Role } from '#lib/policy/roles';
import { scopesOfRole } from '#lib/policy/scopes';
import { type Account, createAccount, signIn } from '../factories/account';
import { codeAt, goodPassword, visitor } from '../factories/visitor';

type Work<T> = (tx: Parameters<Parameters<typeof withActor>[1]>[0]) => Promise<T>;

const moment = (clock: Clock) => ({ now: clock.now(), requestId: newRequestId() });

const asOwner = <T>(clock: Clock, owner: Id<'users'>, work: Work<T>) =>
  withActor({ kind: 'anonymous', ...moment(clock) }, async (tx) => {
    await become(tx, owner);
    return work(tx);
  });

let hashed: Promise<string> | undefined;

/** Somebody who can sign in with `goodPassword`. */
export async function accountWithPassword(clock: Clock, role: Role = 'patient'): Promise<Account> {
  hashed ??= hashPassword(goodPassword);
  return createAccount(clock, role, await hashed);
}

/** Lets somebody who has an account sign in with `goodPassword`. */
export async function givePassword(clock: Clock, userId: Id<'users'>): Promise<void> {
  hashed ??= hashPassword(goodPassword);
  const hash = await hashed;
  await asOwner(clock, userId, (tx) => markPasswordHash(tx, userId, hash));
}

/** The token that opens an account which was closed. */
export async function undoToken(clock: Clock): Promise<string> {
  const account = await accountWithPassword(clock);
  const token = await ticketFor(clock, account, 'undo_deletion');
  await asOwner(clock, account.id, markOwnAccountDeleted);
  return token;
}

/** Gives the account an authenticator app. */
export async function addFactor(clock: Clock, account: Pick<Account, 'id'>): Promise<string> {
  const [id, secret, now] = [newId('factors'), newTotpSecret(), clock.now()];
  const row = { id, user_id: account.id, kind: 'totp', secret: seal('factors.secret', id, secret) } as const;
  await withActor({ kind: 'system', job: 'import', ...moment(clock) }, async (tx) => {
    await insertRow(tx, factors, { ...row, confirmed_at: now, created_at: now });
  });
  return secret;
}

/** A ticket as the first step of a sign-in gives it. */
export async function ticketFor(
  clock: Clock,
  account: Account,
  purpose: Exclude<Parameters<typeof issueTicket>[1]['purpose'], 'visit_change' | 'visit_offer'>,
  assurance: 'aal1' | 'aal2' = 'aal1',
  payload?: string,
): Promise<string> {
  const about = payload === undefined ? {} : { payload };
  const grant = { userId: account.id, purpose, assurance, ...about, now: clock.now() } as const;
  const { token } = await asOwner(clock, account.id, (tx) => issueTicket(tx, grant));
  return token;
}

/** Proves another address, which a session that goes on has asked for. */
export async function emailChangeToken(clock: Clock, email: string): Promise<string> {
  const account = await accountWithPassword(clock);
  const { session } = await signIn(clock, account);
  return ticketFor(clock, account, 'email_change', 'aal1', writeWish({ email, session_id: session.id }));
}

/** The end of a sign-in at the portal. */
export function portalTicketFor(
  clock: Clock,
  account: Account,
  secondFactor: 'totp' | null = null,
): Promise<string> {
  return asOwner(clock, account.id, (tx) =>
    issuePortalTicket(tx, { userId: account.id, secondFactor, now: clock.now() }),
  );
}

/** A recovery code that works once, of an account with a factor whose loss it makes good. */
export async function recoveryCodeOf(clock: Clock, owner: Id<'users'>): Promise<string> {
  await addFactor(clock, { id: owner });
  const prepared = await prepareRecoveryCodes(owner);
  const [code = ''] = await asOwner(clock, owner, (tx) =>
    issueRecoveryCodes(tx, owner, prepared, clock.now()),
  );
  return code;
}

/** The second step of a sign-in that will succeed. */
export async function secondFactorAnswer(clock: Clock) {
  const account = await accountWithPassword(clock);
  const secret = await addFactor(clock, account);
  const mfa_token = await ticketFor(clock, account, 'second_factor', 'aal1', 'read:profile');
  return { mfa_token, method: 'totp', code: codeAt(secret, clock) } as const;
}

export async function tokensOf(clock: Clock, account: Account) {
  const request = { ip: null, userAgent: null, requestId: newRequestId() };
  return asOwner(clock, account.id, (tx) =>
    openApiSession(
      { tx, now: clock.now(), request, audit: () => {} },
      { ...account, scopes: scopesOfRole[account.role], secondFactor: null },
    ),
  );
}

/** A refresh token that was just exchanged, and the row that keeps its successor. */
export async function exchangedToken(clock: Clock): Promise<{ refresh_token: string; rowId: string }> {
  const account = await accountWithPassword(clock);
  const { refresh_token } = await tokensOf(clock, account);
  await visitor(clock).call(refresh, { refresh_token });
  const found = await asOwner(clock, account.id, (tx) => findRefreshTokenOwner(tx, hashToken(refresh_token)));
  if (!found) throw new Error('The token is unknown.');
  return { refresh_token, rowId: found.id };
}

/** The token that a sign-up would have mailed. */
export async function signUpToken(clock: Clock): Promise<string> {
  const [id, token, now] = [newId('pending_signups'), randomToken(), clock.now()];
  const email = `new.${id}@example.org`;
  hashed ??= hashPassword(goodPassword);
  const password_hash = await hashed;
  const profile = JSON.stringify({
    first_name: 'Elsa',
    last_name: 'Vargas',
    locale: null,
    password_state: 'checked',
  });
  await withActor({ kind: 'anonymous', ...moment(clock) }, async (tx) => {
    await insertRow(tx, pendingSignups, {
      ...{ id, password_hash, email_index: blindIndex('email', email), token_hash: hashToken(token) },
      email: seal('pending_signups.email', id, email),
      profile: seal('pending_signups.profile', id, profile),
      created_at: now,
      expires_at: now.add({ hours: 24 }),
    });
  });
  return token;
}

/** An address and its password, which are right. */
export async function credentials(clock: Clock) {
  const { email } = await accountWithPassword(clock);
  return { email, password: goodPassword };
}

export async function refreshToken(clock: Clock) {
  const { refresh_token } = await tokensOf(clock, await accountWithPassword(clock));
  return { refresh_token };
}
