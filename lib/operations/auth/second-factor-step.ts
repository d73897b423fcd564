import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Tx } from '#db/client';
import type { OwnSignInRow } from '#db/queries/users';
import { answerSecondFactor } from '#lib/auth/second-factor';
import { slowHashOf } from '#lib/auth/slow-hash';
import { forgive } from '#lib/auth/throttle';
import { ofSecondFactor } from '#lib/auth/throttle-keys';
import { ticketOwner } from '#lib/auth/ticket';
import type { Clock } from '#lib/platform/clock';
import type { RequestFacts } from '../kernel/caller';
import type { AuditNotes } from '../kernel/declaration';
import { spend } from '../kernel/throttle';
import { opaqueToken } from './credentials';
import { tellRecoveryCodeUsed } from './tell-recovery-code-used';

/** A code with or without the gaps that apps and paper show. Anything malformed is a wrong code, and counts as one. */
export const shownCode = z
  .string()
  .min(1)
  .max(32)
  .transform((code) => code.replace(/\s/g, ''));

export const secondFactorAnswer = z.strictObject({
  mfa_token: opaqueToken,
  // A method that the account does not have is answered as a wrong code is.
  method: z.enum(['totp', 'sms', 'recovery_code']),
  code: shownCode,
});

type Input = z.output<typeof secondFactorAnswer>;

interface Preparation {
  readonly input: Input;
  readonly request: RequestFacts;
  readonly clock: Clock;
}

export interface PreparedAnswer {
  readonly slowHash: Uint8Array | null;
}

/** Counts the try against the account before the code is looked at; then the slow hash, where the method has one. */
export async function prepareSecondFactor({ input, request, clock }: Preparation): Promise<PreparedAnswer> {
  const now = clock.now();
  const { method, mfa_token, code } = input;
  const owner = await ticketOwner(mfa_token, 'second_factor', { now, requestId: request.requestId });
  await spend(ofSecondFactor(method, owner, request.ip), now);
  return { slowHash: owner && (await slowHashOf(method, owner, code)) };
}

interface Work {
  readonly tx: Tx;
  readonly now: Temporal.Instant;
  readonly input: Input;
  readonly prepared: PreparedAnswer;
  readonly request: RequestFacts;
  audit(notes: AuditNotes): void;
}

/** The account whose code is right, acting from here on. @throws OperationError `invalid_code` */
export async function passSecondFactor({
  tx,
  now,
  input,
  prepared,
  request,
  audit,
}: Work): Promise<OwnSignInRow> {
  const { mfa_token: token, method, code } = input;
  const account = await answerSecondFactor(tx, {
    ...{ token, method, code, now },
    slowHash: prepared.slowHash,
    onOwner: (id) => audit({ user_id: id, resource_id: id, additional_info: { method } }),
  });
  await forgive(tx, ofSecondFactor(method, account.id, request.ip));
  if (method === 'recovery_code') await tellRecoveryCodeUsed(tx, now);
  return account;
}
