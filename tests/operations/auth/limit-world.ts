import { beginPasskeySignIn } from '#lib/operations/auth/begin-passkey-sign-in';
import { login } from '#lib/operations/auth/login';
import { loginPasskey } from '#lib/operations/auth/login-passkey';
import { createDoctor, createSite } from '../../factories/care';
import { addPasskey } from '../../factories/passkey-holder';
import {
  apiVisitor,
  callerOf,
  codeAt,
  enrolWithCodes,
  goodPassword,
  portalVisitor,
  type Visitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import type { TestClinic } from '../../harness/clinic';
import type { Passkey } from '../../harness/passkey';

/** Somebody who uses up a limit, or is not to be met by it. */
export interface LimitedAccount {
  readonly email: string;
  /** An API session, open since a moment ago. */
  readonly session: Visitor;
  readonly passkey: Passkey;
  /** Begins a sign-in: the password was right. */
  mfaToken(): Promise<string>;
  code(): string;
  recoveryCode(): string;
  /** Of the passkey, to a question that nobody asked. */
  badAnswer(): ReturnType<Passkey['get']>;
  refreshToken(): string;
  keep(refreshToken: string): void;
}

export interface LimitWorld {
  /** With an app, recovery codes and a passkey. */
  readonly owner: LimitedAccount;
  readonly other: LimitedAccount;
  /** With a password alone. */
  readonly plain: Pick<LimitedAccount, 'email' | 'session' | 'refreshToken' | 'keep'>;
  /** Two doctors of the clinic, from the first question for them on. */
  doctors(): Promise<readonly [Visitor, Visitor]>;
  readonly here: Visitor;
  readonly elsewhere: Visitor;
  /** Places that differ. */
  at(n: number): Visitor;
}

type Enrolled = Awaited<ReturnType<typeof enrolWithCodes>> & { email: string; passkey: Passkey };

/** An account with an app, recovery codes and a passkey. */
export async function enrolledAccount(clinic: TestClinic, email: string): Promise<Enrolled> {
  await verifiedPatient(clinic, email);
  const portal = await portalVisitor(clinic.clock, email);
  const factor = await enrolWithCodes(clinic.clock, portal);
  const { passkey } = await addPasskey(portal);
  return { email, passkey, ...factor };
}

/** The same people again, freshly signed in, at places where nobody was before. */
export async function limitWorld(
  clinic: TestClinic,
  [owner, other]: readonly [Enrolled, Enrolled],
  plainEmail: string,
  nth: number,
): Promise<LimitWorld> {
  const at = (n: number) => visitor(clinic.clock, undefined, { ip: `10.3.${nth}.${n}` });
  return {
    owner: await limited(clinic, owner),
    other: await limited(clinic, other),
    plain: await withPassword(clinic, plainEmail),
    doctors: oneTime(() => twoDoctors(clinic)),
    here: visitor(clinic.clock, undefined, { ip: `10.1.${nth}.1` }),
    elsewhere: visitor(clinic.clock, undefined, { ip: `10.2.${nth}.1` }),
    at,
  };
}

function oneTime<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function twoDoctors({ clock }: TestClinic): Promise<[Visitor, Visitor]> {
  const site = await createSite(clock);
  return [await createDoctor(clock, site), await createDoctor(clock, site)];
}

async function withPassword({ clock }: TestClinic, email: string): Promise<LimitWorld['plain']> {
  const { tokens, visitor: session } = await apiVisitor(clock, email);
  let kept = tokens.refresh_token;
  return {
    email,
    session,
    refreshToken: () => kept,
    keep: (token) => {
      kept = token;
    },
  };
}

async function limited({ clock }: TestClinic, account: Enrolled): Promise<LimitedAccount> {
  const { email, secret, recovery_codes, passkey } = account;
  const stranger = visitor(clock);
  const owed = async () => {
    const answer = await stranger.call(login, { email, password: goodPassword });
    if (!('mfa_token' in answer)) throw new Error('No second factor is asked for.');
    return answer.mfa_token;
  };
  const question = await stranger.call(beginPasskeySignIn, {});
  const tokens = await stranger.call(loginPasskey, { response: passkey.get(question) });
  return {
    email,
    passkey,
    session: visitor(clock, callerOf(tokens.access_token)),
    mfaToken: owed,
    code: () => codeAt(secret, clock),
    recoveryCode: () => recovery_codes.pop() ?? '',
    badAnswer: () => passkey.get(question),
    refreshToken: () => tokens.refresh_token,
    keep: () => {},
  };
}
