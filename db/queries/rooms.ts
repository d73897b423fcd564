import type { Temporal } from 'temporal-polyfill';
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

/** Whether a visit of any doctor, other than that one, has the room in that time. */
export async function isRoomTaken(
  tx: Tx,
  id: Id<'rooms'>,
  { starts_at, ends_at }: { starts_at: Temporal.Instant; ends_at: Temporal.Instant },
  except: Id<'appointments'> | null,
): Promise<boolean> {
  const [row] = await tx<{ taken: boolean }[]>`
    select app.room_is_taken(${id}, tstzrange(${starts_at}, ${ends_at}, '[)'), ${except}) as taken`;
  return row?.taken ?? false;
}
