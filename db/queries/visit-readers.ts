import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import type { users } from '../schema/users';
import type { AddresseeRow } from './administered-accounts';

/** Somebody who is told of visits. */
export type ReaderRow = AddresseeRow & Pick<typeof users.$inferSelect, 'zone'>;

/** Whom to tell of a patient's visits: their account, or where there is none those who may book for them. */
export function listReadersOfVisits(tx: Tx, patientId: Id<'patients'>): Promise<ReaderRow[]> {
  return tx<ReaderRow[]>`select id, email, locale, zone from app.readers_of_visits(${patientId})`;
}
