import { becomePatient, type Tx } from '#db/client';
import { findCalendarFeed } from '#db/queries/calendar-feeds';
import { hashToken } from '#lib/crypto/tokens';
import type { Id } from '#lib/platform/ids';

/** Whose calendar asks, with its owner acting from here on; null for an address that is unknown, ended, or of a shut account. */
export async function presentCalendarFeed(tx: Tx, token: string): Promise<Id<'users'> | null> {
  const feed = await findCalendarFeed(tx, hashToken(token));
  return feed && (await becomePatient(tx, feed.user_id)) ? feed.user_id : null;
}
