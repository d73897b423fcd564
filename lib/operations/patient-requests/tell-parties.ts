import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { listRequestParties, type RequestBetween } from '#db/queries/request-parties';
import { tellAccount } from '#lib/notify/tell-account';

/** Word that something waits, or is decided. What it is about is read in the portal alone. */
export async function tellParties(
  tx: Tx,
  between: RequestBetween,
  side: 'patient' | 'doctor',
  now: Temporal.Instant,
): Promise<void> {
  const template = side === 'doctor' ? 'patient_request_asked' : 'patient_request_decided';
  for (const { party, ...addressee } of await listRequestParties(tx, between)) {
    if (party === side) await tellAccount(tx, addressee, { template, params: {} }, now);
  }
}
