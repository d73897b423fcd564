import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { PartyRow } from '#db/queries/care-grants';
import { tellAccount } from '#lib/notify/tell-account';

type Notice = 'carer_accepted' | 'care_shared' | 'care_given' | 'care_ended';

/** Tells those whom a relationship is about, each in their own words: that there is one, never of whom or what. */
export async function tellParties(
  tx: Tx,
  parties: readonly PartyRow[],
  notices: Partial<Record<PartyRow['party'], Notice>>,
  now: Temporal.Instant,
): Promise<void> {
  for (const party of parties) {
    const template = notices[party.party];
    if (template) await tellAccount(tx, party, { template, params: {} }, now);
  }
}
