import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Tx } from '#db/client';
import type { OwnSignInRow } from '#db/queries/users';
import { answerSecondFactor } from '#lib/auth/second-factor';
import { forgive } from '#lib/auth/throttle';
import { ofSecondFactor } from '#lib/auth/throttle-keys';
import { ticketOwner } from '#lib/auth/ticket';
import type { Clock } from '#lib/platform/clock';
import type { RequestFacts } from '../kernel/caller';
import type { AuditNotes } from '../kernel/declaration';
import { spend } from '../kernel/throttle';
import { opaqueToken } from './credentials';

/** Six digits, with or without the gap that apps show. Anything else is a wrong code, and counts as one. */
export const totpCode = z
  .string()
  .min(1)
  .max(32)
  .transform((code) => code.replace(/\s/g, ''));

export const secondFactorAnswer = z.strictObject({
  mfa_token: opaqueToken,
  // A method that the account does not have is answered as a wrong code is.
  method: z.enum(['totp', 'sms', 'recovery_code']),
  code: totpCode,
});

type Input = z.output<typeof secondFactorAnswer>;

interface Preparation {
  readonly input: Input;
  readonly request: RequestFacts;
  readonly clock: Clock;
}

/** Counts the try against the account before the code is looked at. */
export async function prepareSecondFactor({ input, request, clock }: Preparation): Promise<void> {
  const now = clock.now();
  const owner = await ticketOwner(input.mfa_token, 'second_factor', { now, requestId: request.requestId });
  await spend(ofSecondFactor(owner, request.ip), now);
}

interface Work {
  readonly tx: Tx;
  readonly now: Temporal.Instant;
  readonly input: Input;
  readonly request: RequestFacts;
  audit(notes: AuditNotes): void;
}

/** The account whose code is right, acting from here on. @throws OperationError `invalid_code` */
export async function passSecondFactor({ tx, now, input, request, audit }: Work): Promise<OwnSignInRow> {
  const account = await answerSecondFactor(tx, {
    token: input.mfa_token,
    code: input.method === 'totp' ? input.code : '',
    now,
    onOwner: (id) => audit({ user_id: id, resource_id: id }),
  });
  await forgive(tx, ofSecondFactor(account.id, request.ip));
  return account;
}
