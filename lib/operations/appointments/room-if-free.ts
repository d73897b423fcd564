import type { Tx } from '#db/client';
import { isRoomTaken } from '#db/queries/rooms';
import type { TimeRange } from '#lib/domain/availability/time-range';
import type { Id } from '#lib/platform/ids';

/**
 * Where staff see somebody: in that room where nobody else is, else in none until they have found one. Asked while
 * its diary is held, so that the answer stands, but for a move into another room: there the constraint has the last word.
 */
export async function roomIfFree(
  tx: Tx,
  room: Id<'rooms'> | null,
  range: TimeRange,
  except: Id<'appointments'> | null,
): Promise<Id<'rooms'> | null> {
  return room && !(await isRoomTaken(tx, room, range, except)) ? room : null;
}
