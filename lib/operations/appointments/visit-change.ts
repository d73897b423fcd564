import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { AppointmentRow } from '#db/queries/appointments';
import type { AppointmentStatus } from '#lib/domain/appointments';
import { cancelRefusal, completeRefusal, moveRefusal, noteRefusal } from '#lib/domain/visit-rules';
import { OperationError } from '#lib/errors/operation-error';
import { agreedTime } from './agreed-time';
import { sideOf } from './appointment-rights';

/**
 * The status that the visit gets.
 * @throws OperationError `forbidden` for a patient who sets another than `cancelled`, `conflict` for a move that the
 * visit's state does not allow
 */
export function newStatus(
  row: AppointmentRow,
  wished: AppointmentStatus | undefined,
  now: Temporal.Instant,
): AppointmentStatus {
  const side = sideOf(row.relation);
  if (side === 'patient' && wished !== undefined && wished !== 'cancelled')
    throw new OperationError('forbidden');
  if (wished === undefined || wished === row.status) return row.status;
  if (wished === 'scheduled') throw new OperationError('conflict');
  const refusal = (wished === 'cancelled' ? cancelRefusal : completeRefusal)(row, side, now);
  if (refusal) throw new OperationError('conflict');
  return wished;
}

/** The time that the visit gets. @throws OperationError `conflict`, `validation_failed` */
export async function newTime(
  tx: Tx,
  row: AppointmentRow,
  wished: Temporal.Instant | undefined,
  now: Temporal.Instant,
): Promise<Pick<AppointmentRow, 'scheduled_at' | 'ends_at'>> {
  if (!wished || wished.equals(row.scheduled_at)) return row;
  const by = sideOf(row.relation);
  if (moveRefusal(row, by, now)) throw new OperationError('conflict');
  const doctor = { id: row.doctor_id, zone: row.zone };
  // Another offered time may have another length; what staff have agreed on keeps its own.
  const length = Math.round(row.ends_at.since(row.scheduled_at).total('minutes'));
  const minutes = by === 'staff' ? length : undefined;
  const { starts_at, ends_at } = await agreedTime(tx, { by, doctor, startsAt: wished, minutes, now });
  return { scheduled_at: starts_at, ends_at };
}

/**
 * Asked of the visit as it will stand, so that whoever completes a visit may note something with it.
 * @throws OperationError `forbidden` for a patient where staff booked the visit, `conflict` for what its state forbids
 */
export function assertMayNote(row: AppointmentRow, now: Temporal.Instant): void {
  const refusal = noteRefusal(row, sideOf(row.relation), now);
  if (refusal) throw new OperationError(refusal === 'not_permitted' ? 'forbidden' : 'conflict');
}
