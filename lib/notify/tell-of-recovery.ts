import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { AddresseeRow } from '#db/queries/administered-accounts';
import { findPhoneOf } from '#db/queries/phones';
import { open } from '#lib/crypto/seal';
import { enqueueText } from './enqueue-text';
import { type Letter, tellAccount } from './tell-account';
import type { Text } from './text';

type RecoveryLetter = Extract<Letter, { template: `recovery_${string}` }>;
type Step = Extract<RecoveryLetter, { template: Text['template'] }>;

/**
 * A step of an account's recovery, told on every channel that is on file (NIST SP 800-63B, 4.6): whoever has taken the
 * mailbox does not keep it from the phone. The link itself goes by mail alone.
 */
export async function tellOfRecovery(
  tx: Tx,
  owner: AddresseeRow,
  step: Step,
  now: Temporal.Instant,
): Promise<void> {
  await tellAccount(tx, owner, step, now);
  const phone = await findPhoneOf(tx, owner.id);
  if (!phone) return;
  const to = open('factors.secret', phone.id, phone.secret);
  await enqueueText(tx, { ...noticeOf(step), to, locale: owner.locale }, now);
}

function noticeOf(step: Step) {
  if (step.template === 'recovery_approved') {
    return { template: step.template, params: { at: step.params.at } };
  }
  return { template: step.template, params: {} };
}
