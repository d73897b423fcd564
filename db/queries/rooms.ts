import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow, updateRow } from '../rows';
import { rooms } from '../schema/rooms';

type Row = typeof rooms.$inferSelect;

export type RoomRow = Pick<Row, 'id' | 'clinic_id' | 'name' | 'version'>;

/** Where visits may take place, by name. */
export function listRooms(tx: Tx): Promise<RoomRow[]> {
  return tx<RoomRow[]>`
    select id, clinic_id, name, version from rooms where archived_at is null order by name, id limit 1000`;
}

type OwnedRoom = Pick<Row, 'id' | 'version'>;

/** Held until the end of the transaction, for whoever may change it. */
export async function lockRoom(tx: Tx, id: Id<'rooms'>): Promise<OwnedRoom | null> {
  const [row] = await tx<OwnedRoom[]>`
    select id, version from rooms where id = ${id} and archived_at is null for update`;
  return row ?? null;
}

export function insertRoom(tx: Tx, row: typeof rooms.$inferInsert): Statement {
  return insertRow(tx, rooms, row);
}

/** Writes the next version of it. */
export function markRoomChanged(
  tx: Tx,
  { id, version }: OwnedRoom,
  change: Partial<Pick<Row, 'name' | 'archived_at'>>,
): Promise<boolean> {
  return updateRow(tx, rooms, { id }, { ...change, version: version + 1 });
}
