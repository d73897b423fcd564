import { generateSync } from 'otplib';
import type { SessionRef } from '#db/client';
import { hashToken } from '#lib/crypto/tokens';
import { isOperationError, type OperationError } from '#lib/errors/operation-error';
import { confirmTotp } from '#lib/operations/auth/confirm-totp';
import { login } from '#lib/operations/auth/login';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { setupTotp } from '#lib/operations/auth/setup-totp';
import { signUp } from '#lib/operations/auth/sign-up';
import { verifyEmail } from '#lib/operations/auth/verify-email';
import type { Operation } from '#lib/operations/define';
import type { Caller, UserCaller } from '#lib/operations/kernel/caller';
import { run } from '#lib/operations/run';
import type { Clock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import type { Role } from '#lib/policy/roles';
import { type Scope, scopesOfRole } from '#lib/policy/scopes';
import type { TestClinic } from '../harness/clinic';
import { mailedToken } from '../harness/mails';

export const goodPassword = 'Correct-Horse7!';
export const otherPassword = 'Quiet-River-17!';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

/** Somebody in front of the product, from one address, who may be signed in. */
export interface Visitor {
  readonly caller: Caller;
  call<In, Out>(operation: Operation<In, Out>, input: In): Promise<Out>;
  /** The refusal, where there has to be one. */
  refusal<In, Out>(operation: Operation<In, Out>, input: In): Promise<OperationError>;
}

interface Place {
  readonly ip?: string;
  readonly userAgent?: string | null;
}

export function visitor(clock: Clock, caller: Caller = { kind: 'anonymous' }, place: Place = {}): Visitor {
  const { ip = '192.0.2.1', userAgent = firefox } = place;
  const call: Visitor['call'] = (operation, input) =>
    run(operation, input, { caller, clock, request: { ip, userAgent, requestId: newRequestId() } });
  return {
    caller,
    call,
    refusal: (operation, input) =>
      call(operation, input).then(
        (output) => Promise.reject(new Error(`Not refused: ${JSON.stringify(output)}`)),
        (error: unknown) => (isOperationError(error) ? error : Promise.reject(error)),
      ),
  };
}

/** A patient who has signed up and proven the address. */
export async function verifiedPatient(
  clinic: TestClinic,
  email: string,
  password = goodPassword,
): Promise<void> {
  const stranger = visitor(clinic.clock);
  await stranger.call(signUp, { email, password, first_name: 'Elsa', last_name: 'Vargas' });
  await stranger.call(verifyEmail, { token: await mailedToken(clinic.database.superuserUrl, email) });
}

export function portalCaller(opened: { session_id: string; secret: string; role: Role }): UserCaller {
  const session: SessionRef = {
    id: opened.session_id as Id<'sessions'>,
    secretHash: hashToken(opened.secret),
  };
  return { kind: 'user', door: 'portal', session, user_id: null, scopes: scopesOfRole[opened.role] };
}

/** Through the portal's door with a password alone. */
export async function portalVisitor(clock: Clock, email: string, password = goodPassword): Promise<Visitor> {
  const stranger = visitor(clock);
  const answer = await stranger.call(portalSignIn, { email, password });
  if (!('ticket' in answer)) throw new Error('A second factor is asked for.');
  return visitor(clock, portalCaller(await stranger.call(redeemTicket, { ticket: answer.ticket })));
}

/** Through the API's door with a password alone. */
export async function apiVisitor(clock: Clock, email: string, password = goodPassword) {
  const tokens = await visitor(clock).call(login, { email, password });
  if (!('access_token' in tokens)) throw new Error('A second factor is asked for.');
  return { tokens, visitor: visitor(clock, callerOf(tokens.access_token)) };
}

/** What the API's door reads in an access token, its signature aside. */
export function callerOf(accessToken: string): UserCaller {
  const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
  const session = { id: claims.sid as Id<'sessions'>, secretHash: null };
  const scopes = String(claims.scope).split(' ') as Scope[];
  return { kind: 'user', door: 'api', session, user_id: claims.sub as Id<'users'>, scopes };
}

export const codeAt = (secret: string, clock: Clock): string =>
  generateSync({ secret, epoch: Math.floor(clock.now().epochMilliseconds / 1000) });

/** Sets up and confirms an authenticator app. Returns its secret; the current time step is used up. */
export const enrol = async (clock: Clock, person: Visitor): Promise<string> =>
  (await enrolWithCodes(clock, person)).secret;

/** The same, with the recovery codes that came with it. */
export async function enrolWithCodes(clock: Clock, person: Visitor) {
  const { secret } = await person.call(setupTotp, {});
  const { recovery_codes } = await person.call(confirmTotp, { code: codeAt(secret, clock) });
  return { secret, recovery_codes };
}
