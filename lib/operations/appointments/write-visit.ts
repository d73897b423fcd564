import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { deleteOwnHolds, markHoldBooked, releaseExpiredHolds } from '#db/queries/appointment-holds';
import { insertAppointment } from '#db/queries/appointments';
import { insertOrProlongTreating } from '#db/queries/care-relationships';
import { lockDiaries } from '#db/queries/diaries';
import type { DoctorRow } from '#db/queries/practitioners';
import { countOpenVisits } from '#db/queries/visits-ahead';
import { seal } from '#lib/crypto/seal';
import { OperationError } from '#lib/errors/operation-error';
import { env } from '#lib/platform/env';
import { type Id, newId } from '#lib/platform/ids';
import { chartKey } from '../patients/chart-key';
import type { FoundChart } from '../patients/find-chart';
import type { AgreedTime } from './agreed-time';
import { sideOf } from './appointment-rights';
import { assertFree, standsBeside, type WantedTime } from './assert-free';
import { roomIfFree } from './room-if-free';
import { tellOfVisit } from './tell-of-visit';

export interface NewVisit {
  readonly chart: FoundChart;
  readonly doctor: DoctorRow;
  readonly time: AgreedTime;
  readonly service_id: Id<'services'> | undefined;
  /** Wished for beside another visit, or in the doctor's absence; it is written as such only where there is one. */
  readonly overbooked: boolean;
  readonly notes: string | undefined;
  /** Null for what the clinic keeps for somebody who waits. */
  readonly created_by: Id<'users'> | null;
  /** The visit that it takes the place of. */
  readonly instead_of?: Id<'appointments'> | null;
  readonly now: Temporal.Instant;
  /** Since when it is held for whoever books it; now where it is not. */
  readonly asked_at: Temporal.Instant;
}

/** How long somebody may make up their mind. */
export const holdMinutes = 5;

/**
 * Writes a visit, out of the time that its booker holds where they still do. Booked by the patient or their carer it opens
 * the chart to the doctor; by staff it opens nothing.
 * @throws OperationError `slot_taken`, `too_many_visits`
 */
export async function writeVisit(
  tx: Tx,
  visit: NewVisit,
  holdId: Id<'appointments'> | undefined,
): Promise<Id<'appointments'>> {
  await holdDiaries(tx, visit);
  const held = holdId && (await bookHeld(tx, visit, holdId));
  const id = held || (await insertAfresh(tx, visit, null));
  await openChart(tx, visit, id);
  const { chart, doctor, time, now } = visit;
  const { starts_at: scheduled_at, mode } = time;
  const told = { id, patient_id: chart.patient_id, scheduled_at, zone: doctor.zone, mode };
  await tellOfVisit(tx, told, { became: 'booked', by: sideOf(chart.relation) }, now);
  return id;
}

/** Keeps the time free until then, for whoever asks in place of what they held before. @throws `slot_taken` */
export async function holdTime(
  tx: Tx,
  visit: NewVisit,
  until: Temporal.Instant,
): Promise<Id<'appointments'>> {
  await holdDiaries(tx, visit);
  return insertAfresh(tx, visit, until);
}

async function holdDiaries(tx: Tx, visit: NewVisit): Promise<void> {
  const { chart, doctor, time } = visit;
  await lockDiaries(tx, { patient_id: chart.patient_id, doctor_id: doctor.id, room_id: time.room_id });
  // Asked while the patient's diary is held, so that no two ask at once.
  if (visit.created_by && sideOf(chart.relation) === 'patient') await assertRoom(tx, visit);
  await releaseExpiredHolds(tx);
}

async function assertRoom(tx: Tx, { chart, instead_of }: NewVisit): Promise<void> {
  if (!(await hasRoom(tx, chart.patient_id, instead_of))) throw new OperationError('too_many_visits');
}

/** Whether a patient may book one more. */
export async function hasRoom(
  tx: Tx,
  patientId: Id<'patients'>,
  insteadOf: Id<'appointments'> | null = null,
): Promise<boolean> {
  const { count, seconds } = env().limits.open_visits;
  return (await countOpenVisits(tx, patientId, seconds, insteadOf)) < count;
}

async function bookHeld(tx: Tx, visit: NewVisit, id: Id<'appointments'>): Promise<Id<'appointments'> | null> {
  const { chart, doctor, time, service_id } = visit;
  // Leave may have been taken meanwhile, or the site closed.
  await assertVisitFree(tx, visit, { except: id, hadBefore: true });
  const booking = {
    id,
    patient_id: chart.patient_id,
    doctor_id: doctor.id,
    scheduled_at: time.starts_at,
    ends_at: time.ends_at,
    service_id: service_id ?? null,
    mode: time.mode,
  };
  return (await markHoldBooked(tx, booking, noted(visit, id))) ? id : null;
}

async function insertAfresh(
  tx: Tx,
  visit: NewVisit,
  heldUntil: Temporal.Instant | null,
): Promise<Id<'appointments'>> {
  const { chart, doctor, time, now } = visit;
  if (visit.created_by) await deleteOwnHolds(tx);
  const overbooked = visit.overbooked && (await standsBeside(tx, { ...visit, patientId: chart.patient_id }));
  if (!overbooked) await assertVisitFree(tx, visit);
  const isStaffs = sideOf(chart.relation) === 'staff';
  const room_id = isStaffs ? await roomIfFree(tx, time.room_id, time, null) : time.room_id;
  const id = newId('appointments');
  await insertAppointment(tx, {
    id,
    patient_id: chart.patient_id,
    doctor_id: doctor.id,
    clinic_id: doctor.clinic_id,
    zone: doctor.zone,
    scheduled_at: time.starts_at,
    ends_at: time.ends_at,
    room_id,
    service_id: visit.service_id ?? null,
    mode: time.mode,
    overbooked,
    status: heldUntil ? 'held' : 'scheduled',
    held_until: heldUntil,
    version: 1,
    ...(heldUntil ? { notes: null, noted_as: null } : noted(visit, id)),
    created_by: visit.created_by,
    booked_as: sideOf(chart.relation),
    created_at: now,
    updated_at: now,
  });
  return id;
}

/** Lead times are those of the moment since when it is held. */
function assertVisitFree(
  tx: Tx,
  visit: NewVisit,
  held: Pick<WantedTime, 'except' | 'hadBefore'> = {},
): Promise<void> {
  const { chart, doctor, time, asked_at: now } = visit;
  const wanted = { by: sideOf(chart.relation), doctor, patientId: chart.patient_id, time, wish: time.wish };
  return assertFree(tx, { ...wanted, ...held, now });
}

function noted({ chart, notes }: NewVisit, id: Id<'appointments'>) {
  return {
    notes: notes ? seal('appointments.notes', id, notes, chartKey(chart)) : null,
    noted_as: notes ? sideOf(chart.relation) : null,
  };
}

async function openChart(tx: Tx, visit: NewVisit, sourceId: Id<'appointments'>): Promise<void> {
  const { chart, doctor, time } = visit;
  if (sideOf(chart.relation) !== 'patient') return;
  const treating = { patientId: chart.patient_id, doctorId: doctor.id, sourceId, endsAt: time.ends_at };
  const months = env().care.treatingMonths;
  await insertOrProlongTreating(tx, { ...treating, id: newId('care_relationships'), months });
}
