import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { listAnsweringMethods } from '#db/queries/factors';
import type { LoginRow } from '#db/queries/sign-in';
import { acceptPassword, type PasswordProof, provePassword } from '#lib/auth/password-proof';
import { forgive } from '#lib/auth/throttle';
import { ofPassword } from '#lib/auth/throttle-keys';
import { issueTicket } from '#lib/auth/ticket';
import type { Clock } from '#lib/platform/clock';
import type { Scope } from '#lib/policy/scopes';
import type { RequestFacts } from '../kernel/caller';
import type { AuditNotes } from '../kernel/declaration';
import { tellOwner } from '../users/tell-owner';
import { strongestFirst } from './methods';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** The parts of an operation that every door's first step of sign-in shares. */
export const passwordStep = {
  throttle: ({ input, request }: { input: Credentials; request: RequestFacts }) =>
    ofPassword(input.email, request.ip),

  prepare: ({ input, request, clock }: { input: Credentials; request: RequestFacts; clock: Clock }) =>
    provePassword(input, { now: clock.now(), requestId: request.requestId }),
};

interface PasswordWork {
  readonly tx: Tx;
  readonly now: Temporal.Instant;
  readonly input: Credentials;
  readonly prepared: PasswordProof;
  readonly request: RequestFacts;
  audit(notes: AuditNotes): void;
}

/** The account whose password is right, acting from here on. @throws OperationError `invalid_credentials` */
export async function passPassword(work: PasswordWork): Promise<LoginRow> {
  const { tx, input, prepared, request, audit } = work;
  const known = prepared.login?.user_id;
  if (known) audit({ user_id: known, resource_id: known });
  const account = await acceptPassword(tx, prepared);
  await forgive(tx, ofPassword(input.email, request.ip));
  if (prepared.recheck === 'breached')
    await tellOwner(tx, { template: 'password_breached', params: {} }, work.now);
  return account;
}

/** What is answered instead of a session while the second factor is owed. */
export async function oweSecondFactor(
  { tx, now, audit }: Pick<PasswordWork, 'tx' | 'now' | 'audit'>,
  userId: LoginRow['user_id'],
  scopes?: readonly Scope[],
) {
  audit({ event: 'LOGIN_FACTOR_REQUIRED' });
  const ticket = { userId, purpose: 'second_factor', assurance: 'aal1', now } as const;
  const payload = scopes && { payload: scopes.join(' ') };
  const { token } = await issueTicket(tx, { ...ticket, ...payload });
  return {
    mfa_required: true as const,
    mfa_token: token,
    methods: strongestFirst(await listAnsweringMethods(tx)),
  };
}
