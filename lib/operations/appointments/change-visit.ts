import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import {
  type AppointmentChange,
  type AppointmentRow,
  findAppointment,
  lockAppointment,
  lockDiaries,
  markAppointmentChanged,
} from '#db/queries/appointments';
import {
  insertOrProlongTreating,
  markTreatingProlonged,
  markTreatingShortened,
} from '#db/queries/care-relationships';
import type { VisitSide } from '#lib/domain/appointments';
import { OperationError } from '#lib/errors/operation-error';
import { env } from '#lib/platform/env';
import { newId } from '#lib/platform/ids';
import { sideOf } from './appointment-rights';
import { type AppointmentView, viewAppointment } from './appointment-view';

/** The visit as it stands now, held: what was read with the subject may be a moment old. */
export async function holdVisit(
  tx: Tx,
  row: AppointmentRow,
  expectedVersion: number | undefined,
): Promise<AppointmentRow> {
  await lockDiaries(tx, row);
  const current = await lockAppointment(tx, row.id);
  // Row security lets only those change it who may see the chart.
  if (!current) throw new OperationError('not_found');
  if (expectedVersion !== undefined && expectedVersion !== current.version) {
    throw new OperationError('stale_version');
  }
  return { ...row, ...current };
}

/** Writes the change and lets the relationship that bookings made follow it. */
export async function changeVisit(
  tx: Tx,
  row: AppointmentRow,
  wished: Omit<AppointmentChange, 'booked_as' | 'noted_as'>,
  now: Temporal.Instant,
): Promise<AppointmentView> {
  const booked_as = isPatientsMove(row, wished) ? 'patient' : row.booked_as;
  const change: AppointmentChange = { ...wished, booked_as, noted_as: notedAs(row, wished) };
  await markAppointmentChanged(tx, row.id, change);
  await followRelationship(tx, row, change);
  const changed = await findAppointment(tx, row.id);
  // A cancelled visit may have been the last reason to see the chart: then it is shown as it was known.
  return viewAppointment(changed ?? { ...row, ...change, notes: row.notes, version: row.version + 1 }, now);
}

function notedAs(row: AppointmentRow, { notes }: Pick<AppointmentChange, 'notes'>): VisitSide | null {
  if (notes === undefined) return row.noted_as;
  return notes === null ? null : sideOf(row.relation);
}

/** Whoever moves a visit that staff have booked for them has made it their own. */
const isPatientsMove = (row: AppointmentRow, { ends_at }: Pick<AppointmentChange, 'ends_at'>) =>
  !ends_at.equals(row.ends_at) && sideOf(row.relation) === 'patient';

/** The patient's side alone makes a relationship last: a doctor who books and completes a visit prolongs nothing. */
async function followRelationship(tx: Tx, row: AppointmentRow, change: AppointmentChange): Promise<void> {
  const pair = { patientId: row.patient_id, doctorId: row.doctor_id };
  const lasting = { ...pair, endsAt: change.ends_at, months: env().care.treatingMonths };
  if (change.status === 'cancelled') await markTreatingShortened(tx, pair, env().care.treatingMonths);
  else if (change.status === 'completed') {
    if (change.booked_as === 'patient') await markTreatingProlonged(tx, lasting);
  } else if (isPatientsMove(row, change)) {
    await insertOrProlongTreating(tx, { ...lasting, id: newId('care_relationships'), sourceId: row.id });
  }
}
