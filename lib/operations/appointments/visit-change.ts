import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { deleteOwnHolds } from '#db/queries/appointment-holds';
import type { AppointmentRow } from '#db/queries/appointments';
import { type AppointmentStatus, statusOf, type VisitState } from '#lib/domain/appointments';
import { cancelRefusal, completeRefusal, moveRefusal, noteRefusal } from '#lib/domain/visit-rules';
import { OperationError } from '#lib/errors/operation-error';
import { agreedTime } from './agreed-time';
import { sideOf } from './appointment-rights';
import { assertFree } from './assert-free';
import { roomIfFree } from './room-if-free';
import { wishAsAgreed, wishOfVisit } from './wish-of-visit';

/**
 * The status that the visit gets.
 * @throws OperationError `forbidden` for a patient who sets another than `cancelled`, `conflict` for a move that the
 * visit's state does not allow
 */
export function newStatus(
  row: AppointmentRow,
  wished: AppointmentStatus | undefined,
  now: Temporal.Instant,
): VisitState {
  const side = sideOf(row.relation);
  if (side === 'patient' && wished !== undefined && wished !== 'cancelled')
    throw new OperationError('forbidden');
  if (wished === undefined || wished === statusOf(row.status)) return row.status;
  if (wished === 'scheduled') throw new OperationError('conflict');
  const refusal = (wished === 'cancelled' ? cancelRefusal : completeRefusal)(row, side, now);
  if (refusal) throw new OperationError('conflict');
  return wished;
}

/** The time that the visit gets. @throws OperationError `conflict`, `slot_taken`, `validation_failed` */
export async function newTime(
  tx: Tx,
  row: AppointmentRow,
  wished: Temporal.Instant | undefined,
  now: Temporal.Instant,
): Promise<Pick<AppointmentRow, 'scheduled_at' | 'ends_at' | 'room_id' | 'overbooked'>> {
  if (!wished || wished.equals(row.scheduled_at)) return row;
  const by = sideOf(row.relation);
  if (moveRefusal(row, by, now)) throw new OperationError('conflict');
  const doctor = { id: row.doctor_id, zone: row.zone };
  const wish = by === 'staff' ? wishAsAgreed(row) : await wishOfVisit(tx, row);
  const place = { by, doctor, startsAt: wished, wish, now, asked_at: now, except: row.id };
  const time = await agreedTime(tx, place);
  // What they keep for themself is in nobody's way, least of all in theirs.
  await deleteOwnHolds(tx);
  // To see somebody beside another takes a reason for that time: a visit is moved to what is free, and stands beside nobody.
  await assertFree(tx, { by, doctor, patientId: row.patient_id, time, wish: time.wish, except: row.id, now });
  const room_id = by === 'staff' ? await roomIfFree(tx, time.room_id, time, row.id) : time.room_id;
  return { scheduled_at: time.starts_at, ends_at: time.ends_at, room_id, overbooked: false };
}

/**
 * Asked of the visit as it will stand, so that whoever completes a visit may note something with it.
 * @throws OperationError `forbidden` for a patient where staff booked the visit, `conflict` for what its state forbids
 */
export function assertMayNote(row: AppointmentRow, now: Temporal.Instant): void {
  const refusal = noteRefusal(row, sideOf(row.relation), now);
  if (refusal) throw new OperationError(refusal === 'not_permitted' ? 'forbidden' : 'conflict');
}
