import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { Tx } from '#db/client';
import { forgive } from '#lib/auth/throttle';
import { ofPasskey } from '#lib/auth/throttle-keys';
import { type AssertionRule, presentPasskey } from '#lib/auth/webauthn/assertion';
import { knownPasskey } from '#lib/auth/webauthn/known-passkey';
import { refuseAndCommit } from '#lib/errors/operation-error';
import type { Clock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { tellOwner } from '../factors/tell-owner';
import type { RequestFacts } from '../kernel/caller';
import type { AuditNotes } from '../kernel/declaration';
import { spend } from '../kernel/throttle';
import type { assertionResponse } from './credential-json';

interface Answer {
  readonly response: z.output<typeof assertionResponse>;
}

interface Preparation {
  readonly input: Answer;
  readonly request: RequestFacts;
  readonly clock: Clock;
}

/**
 * Counts the try against the credential in this place. Whoever does not know it (it is a random name that only the
 * authenticator tells) counts for the place alone, so that no stranger can use up the tries of its holder.
 */
export async function preparePasskey({ input, request, clock }: Preparation): Promise<void> {
  const now = clock.now();
  const known = await knownPasskey(input.response.id, { now, requestId: request.requestId });
  await spend(ofPasskey(known, request.ip), now);
}

interface Work {
  readonly tx: Tx;
  readonly now: Temporal.Instant;
  readonly input: Answer;
  readonly request: RequestFacts;
  audit(notes: AuditNotes): void;
}

/**
 * The owner of the passkey that has answered as it had to, acting from here on. All refusals sound alike; what was used
 * up by one stays so.
 *
 * @throws OperationError `invalid_passkey`
 */
export async function passPasskey(
  { tx, now, input, request, audit }: Work,
  rule: AssertionRule,
): Promise<Id<'users'>> {
  const outcome = await presentPasskey(tx, input.response, rule);
  const owner = outcome.ok ? outcome.userId : outcome.owner;
  if (owner) audit({ user_id: owner, resource_id: owner });
  if (outcome.ok) {
    await forgive(tx, ofPasskey(outcome.passkey, request.ip));
    return outcome.userId;
  }
  if (outcome.copied) {
    audit({ additional_info: { signature_counter: 'went_back' } });
    await tellOwner(tx, 'passkey_copied', now);
  }
  throw refuseAndCommit('invalid_passkey');
}
