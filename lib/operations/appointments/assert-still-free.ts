import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { AppointmentRow } from '#db/queries/appointments';
import { holdsTime, type VisitState } from '#lib/domain/appointments';
import type { Id } from '#lib/platform/ids';
import { assertFree } from './assert-free';
import { roomIfFree } from './room-if-free';
import { wishAsAgreed } from './wish-of-visit';

/**
 * A visit that was given up and is to take place after all holds its time again. What was booked beside it on purpose does not
 * stand in its way, nor does its doctor's absence: staff alone say so, who know of both. Answers its room: its own, or none
 * where others are in it by now.
 * @throws OperationError `slot_taken` where somebody else has its time
 */
export async function assertStillFree(
  tx: Tx,
  row: AppointmentRow,
  state: VisitState,
  now: Temporal.Instant,
): Promise<Id<'rooms'> | null> {
  if (holdsTime(row.status) || !holdsTime(state)) return row.room_id;
  const time = { starts_at: row.scheduled_at, ends_at: row.ends_at };
  // What stood beside others on purpose does so again.
  if (!row.overbooked) {
    await assertFree(tx, {
      by: 'staff',
      doctor: { id: row.doctor_id, zone: row.zone },
      patientId: row.patient_id,
      time,
      wish: wishAsAgreed(row),
      except: row.id,
      against: ['doctor', 'patient'],
      now,
    });
  }
  return roomIfFree(tx, row.room_id, time, row.id);
}
