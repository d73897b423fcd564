import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { countOpenVisits, insertAppointment, lockDiaries } from '#db/queries/appointments';
import { insertOrProlongTreating } from '#db/queries/care-relationships';
import type { DoctorRow } from '#db/queries/practitioners';
import { seal } from '#lib/crypto/seal';
import type { TimeRange } from '#lib/domain/availability';
import { OperationError } from '#lib/errors/operation-error';
import { env } from '#lib/platform/env';
import { type Id, newId } from '#lib/platform/ids';
import { chartKey } from '../patients/chart-key';
import type { FoundChart } from '../patients/find-chart';
import { sideOf } from './appointment-rights';

interface NewVisit {
  readonly chart: FoundChart;
  readonly doctor: DoctorRow;
  readonly time: TimeRange;
  readonly notes: string | undefined;
  readonly created_by: Id<'users'>;
  readonly now: Temporal.Instant;
}

/** @throws OperationError `too_many_visits`. Asked while the patient's diary is held, so that no two ask at once. */
async function assertRoom(tx: Tx, patientId: Id<'patients'>): Promise<void> {
  const { count, seconds } = env().limits.open_visits;
  if ((await countOpenVisits(tx, patientId, seconds)) >= count) throw new OperationError('too_many_visits');
}

/** Writes a visit. Booked by the patient or their carer it opens the chart to the doctor; by staff it opens nothing. */
export async function writeVisit(tx: Tx, visit: NewVisit): Promise<Id<'appointments'>> {
  const { chart, doctor, notes, created_by, now } = visit;
  const { starts_at: scheduled_at, ends_at } = visit.time;
  const [id, booked_as] = [newId('appointments'), sideOf(chart.relation)];
  const pair = { patient_id: chart.patient_id, doctor_id: doctor.id };
  await lockDiaries(tx, pair);
  if (booked_as === 'patient') await assertRoom(tx, chart.patient_id);
  await insertAppointment(tx, {
    ...{ ...pair, id, scheduled_at, ends_at, created_by, booked_as },
    clinic_id: doctor.clinic_id,
    zone: doctor.zone,
    status: 'scheduled',
    version: 1,
    notes: notes ? seal('appointments.notes', id, notes, chartKey(chart)) : null,
    noted_as: notes ? booked_as : null,
    created_at: now,
    updated_at: now,
  });
  if (booked_as === 'patient') {
    const treating = { patientId: chart.patient_id, doctorId: doctor.id, sourceId: id, endsAt: ends_at };
    const relationship = { ...treating, id: newId('care_relationships'), months: env().care.treatingMonths };
    await insertOrProlongTreating(tx, relationship);
  }
  return id;
}
