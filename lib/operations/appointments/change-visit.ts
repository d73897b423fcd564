import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { releaseExpiredHolds } from '#db/queries/appointment-holds';
import {
  type AppointmentChange,
  type AppointmentRow,
  findAppointment,
  lockAppointment,
  markAppointmentChanged,
} from '#db/queries/appointments';
import {
  insertOrProlongTreating,
  markTreatingProlonged,
  markTreatingShortened,
} from '#db/queries/care-relationships';
import { lockDiaries } from '#db/queries/diaries';
import { holdsTime, type VisitSide } from '#lib/domain/appointments';
import { closesAt } from '#lib/domain/visit-rules';
import { OperationError } from '#lib/errors/operation-error';
import { env } from '#lib/platform/env';
import { newId } from '#lib/platform/ids';
import { sideOf } from './appointment-rights';
import { type AppointmentView, viewAppointment } from './appointment-view';
import { tellOfVisit } from './tell-of-visit';
import { type Changer, writeTransition } from './write-transition';

/** The visit as it stands now, held: what was read with the subject may be a moment old. */
export async function holdVisit(
  tx: Tx,
  row: AppointmentRow,
  expectedVersion: number | undefined,
): Promise<AppointmentRow> {
  await lockDiaries(tx, row);
  await releaseExpiredHolds(tx);
  const current = await lockAppointment(tx, row.id);
  // Row security lets only those change it who may see the chart.
  if (!current) throw new OperationError('not_found');
  if (expectedVersion !== undefined && expectedVersion !== current.version) {
    throw new OperationError('stale_version');
  }
  return { ...row, ...current };
}

type Wished = Omit<AppointmentChange, 'booked_as' | 'noted_as'> & {
  /** Why its state changes. */
  readonly reason?: string | undefined;
};

/** Writes the change, with who has made it where the state changes, and lets the relationship that bookings made follow. */
export async function changeVisit(
  tx: Tx,
  row: AppointmentRow,
  { reason, ...wished }: Wished,
  by: Changer,
): Promise<AppointmentView> {
  const booked_as = isPatientsMove(row, wished) ? 'patient' : row.booked_as;
  const change: AppointmentChange = { ...wished, booked_as, noted_as: notedAs(row, wished) };
  await markAppointmentChanged(tx, row.id, change);
  // Before the relationship follows: the visit may be out of sight after that.
  if (change.status !== row.status) await writeTransition(tx, row, { ...by, to: change.status, reason });
  await tellOfChange(tx, row, change, by.now);
  await followRelationship(tx, row, change, by.now);
  const changed = await findAppointment(tx, row.id);
  // A cancelled visit may have been the last reason to see the chart: then it is shown as it was known.
  return viewAppointment(
    changed ?? { ...row, ...change, notes: row.notes, version: row.version + 1 },
    by.now,
  );
}

/** Whoever changes it, its patient hears of a visit that stands elsewhere, stands no longer, or stands again. */
async function tellOfChange(
  tx: Tx,
  row: AppointmentRow,
  { status, scheduled_at }: AppointmentChange,
  now: Temporal.Instant,
): Promise<void> {
  const tell = (became: 'booked' | 'moved' | 'cancelled') =>
    tellOfVisit(tx, { ...row, scheduled_at }, { became, by: sideOf(row.relation) }, now);
  if (status !== row.status && status === 'cancelled') await tell('cancelled');
  else if (row.status === 'cancelled' && status !== row.status) await tell('booked');
  else if (!scheduled_at.equals(row.scheduled_at)) await tell('moved');
}

function notedAs(row: AppointmentRow, { notes }: Pick<AppointmentChange, 'notes'>): VisitSide | null {
  if (notes === undefined) return row.noted_as;
  return notes === null ? null : sideOf(row.relation);
}

/** Whoever moves a visit that staff have booked for them has made it their own. */
const isPatientsMove = (row: AppointmentRow, { ends_at }: Pick<AppointmentChange, 'ends_at'>) =>
  !ends_at.equals(row.ends_at) && sideOf(row.relation) === 'patient';

/**
 * The patient's side alone makes a relationship last: a doctor who books and completes a visit prolongs nothing, and by
 * calling off what staff have booked ends nothing. What does not take place gives nothing, until it is taken back.
 */
async function followRelationship(
  tx: Tx,
  row: AppointmentRow,
  change: AppointmentChange,
  now: Temporal.Instant,
): Promise<void> {
  const pair = { patientId: row.patient_id, doctorId: row.doctor_id };
  const months = env().care.treatingMonths;
  const lasting = { ...pair, endsAt: change.ends_at, months };
  const by = sideOf(row.relation);
  const isPatients = change.booked_as === 'patient';
  if (holdsTime(row.status) && !holdsTime(change.status)) {
    const closes = closesAt(row, change.status, by, now);
    if (isPatients || by === 'patient') await markTreatingShortened(tx, pair, { months, closesAt: closes });
  } else if (isPatientsMove(row, change)) {
    await insertOrProlongTreating(tx, { ...lasting, id: newId('care_relationships'), sourceId: row.id });
  } else if (isPatients && (change.status === 'completed' || !holdsTime(row.status))) {
    await markTreatingProlonged(tx, lasting);
  }
}
