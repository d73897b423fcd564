import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Relation } from '#lib/policy/subject';
import type { Statement, Tx } from '../client';
import { insertNewRows, insertRow } from '../rows';
import { type AppointmentStatus, appointments, type VisitSide } from '../schema/appointments';
import type { patients } from '../schema/patients';
import type { practitioners } from '../schema/practitioners';
import type { ServiceColour } from '../schema/services';
import type { ChartKeyRow } from './charts';
import { listPage, type Page, type Window } from './page';
import { relationTo } from './relation';
import { questionsOf } from './visit-answers';

type Row = typeof appointments.$inferSelect;
type Patient = typeof patients.$inferSelect;

/** A time that is only held is no visit yet, and no query here gives one. */
export type VisitState = Exclude<AppointmentStatus, 'held'>;

type OrNull<T> = { [K in keyof T]: T[K] | null };

/** Identity and key are null where the actor may see the visit and no longer the chart: it was theirs and cancelled. */
export type AppointmentRow = Pick<
  Row,
  | 'id'
  | 'patient_id'
  | 'doctor_id'
  | 'scheduled_at'
  | 'ends_at'
  | 'zone'
  | 'status_since'
  | 'confirmed_at'
  | 'mode'
  | 'service_id'
  | 'room_id'
  | 'overbooked'
  | 'version'
  | 'notes'
  | 'noted_as'
  | 'booked_as'
  | 'created_at'
  | 'updated_at'
> &
  OrNull<Pick<Patient, 'legal_name' | 'birth_date' | 'sex'> & ChartKeyRow> & {
    status: VisitState;
    previous_status: VisitState | null;
    doctor_name: (typeof practitioners.$inferSelect)['display_name'];
    clinic_name: string;
    clinic_address: string | null;
    clinic_phone: string | null;
    clinic_video_url: string | null;
    change_notice_minutes: number;
    service_name: string | null;
    service_colour: ServiceColour | null;
    room_name: string | null;
    /** Of what is asked before it. */
    questions: 'none' | 'asked' | 'answered';
    relation: Relation;
    /** The actor is the doctor of this visit. */
    is_own: boolean;
    /** The actor has cancelled it. */
    is_canceller: boolean;
    /** The actor has said that its patient is there. */
    is_arriver: boolean;
  };

/** Its patient is there by what the actor has said, and nobody since. */
const arrivedBySelf = (tx: Tx) => tx`
  (a.status = 'arrived' and exists (
    select from appointment_transitions t
     where t.patient_id = a.patient_id and t.appointment_id = a.id and t.to_status = 'arrived'
       and t.changed_at = a.status_since and t.changed_by = app.user_id()))`;

const columns = (tx: Tx) => tx`
  a.id, a.patient_id, a.doctor_id, a.scheduled_at, a.ends_at, a.zone, a.status, a.version, a.notes, a.noted_as, a.booked_as,
  a.created_at, a.updated_at, a.previous_status, a.status_since, a.confirmed_at, a.mode, a.service_id, a.room_id, a.overbooked, s.name as service_name,
  s.colour as service_colour, r.name as room_name, p.legal_name, p.birth_date, p.sex, d.display_name as doctor_name, c.name as clinic_name,
  c.address as clinic_address, c.phone as clinic_phone, c.video_url as clinic_video_url, c.change_notice_minutes, k.id as key_id,
  k.version as key_version, k.wrapped_key, ${relationTo(tx, tx`a.patient_id`)} as relation,
  a.doctor_id is not distinct from app.practitioner_id() as is_own,
  a.cancelled_by is not distinct from app.user_id() as is_canceller, ${arrivedBySelf(tx)} as is_arriver,
  ${questionsOf(tx)} as questions`;

const joins = (tx: Tx) => tx`
  join practitioners d on d.id = a.doctor_id
  join clinics c on c.id = a.clinic_id
  left join services s on s.id = a.service_id
  left join rooms r on r.id = a.room_id
  left join patients p on p.id = a.patient_id
  left join patient_keys k on k.patient_id = a.patient_id`;

export async function findAppointment(tx: Tx, id: Id<'appointments'>): Promise<AppointmentRow | null> {
  const [row] = await tx<AppointmentRow[]>`select ${columns(tx)} from appointments a ${joins(tx)}
     where a.id = ${id} and a.status <> 'held'`.execute();
  return row ?? null;
}

export interface AppointmentFilter {
  /** Null: the actor's own visits, as patient or as doctor. */
  patientId: Id<'patients'> | null;
  /** Null for any. */
  states: readonly VisitState[] | null;
  from: Temporal.Instant | null;
  to: Temporal.Instant | null;
  /** A day by the clock of each visit's site. */
  day: string | null;
  /** Still to take place or not: what was cancelled or completed is not. Null for both. */
  upcoming: boolean | null;
}

const orders = {
  asc: (tx: Tx) => tx`a.scheduled_at, a.id`,
  desc: (tx: Tx) => tx`a.scheduled_at desc, a.id desc`,
};

function chosen(tx: Tx, filter: AppointmentFilter): Statement {
  const whose = filter.patientId
    ? tx`a.patient_id = ${filter.patientId}`
    : tx`(a.patient_id = app.patient_id() or a.doctor_id = app.practitioner_id())`;
  const onDay = filter.day
    ? tx`and a.scheduled_at between ${filter.day}::date - interval '1 day' and ${filter.day}::date + interval '2 days'
         and (a.scheduled_at at time zone a.zone)::date = ${filter.day}::date`
    : tx``;
  const ahead =
    filter.upcoming === null
      ? tx``
      : tx`and (a.status in ('scheduled', 'arrived', 'in_progress') and a.ends_at > app.now()) = ${filter.upcoming}`;
  return tx`${whose} ${onDay} ${ahead}
    and a.status <> 'held' and (${filter.states as string[] | null}::text[] is null or a.status = any (${filter.states as string[] | null}))
    and (${filter.from}::timestamptz is null or a.scheduled_at >= ${filter.from})
    and (${filter.to}::timestamptz is null or a.scheduled_at < ${filter.to})`;
}

/** One page of visits. */
export function listAppointments(
  tx: Tx,
  filter: AppointmentFilter,
  order: keyof typeof orders,
  window: Window,
): Promise<Page<AppointmentRow>> {
  const listing = { columns: columns(tx), where: chosen(tx, filter), order: orders[order](tx) };
  return listPage(tx, { table: tx`appointments a`, joins: joins(tx), ...listing }, window);
}

/** The actor's own visits as a patient that have not begun. */
export function listOwnComingVisits(tx: Tx): Promise<AppointmentRow[]> {
  return tx<AppointmentRow[]>`
    select ${columns(tx)} from appointments a ${joins(tx)}
     where a.patient_id = app.patient_id() and a.status = 'scheduled' and a.scheduled_at > app.now()
     order by a.doctor_id, a.scheduled_at`;
}

/** Visits that are still to take place and stand in a doctor's absences, each with the absence. */
export function listClashingVisits(
  tx: Tx,
  absenceIds: readonly Id<'absences'>[],
): Promise<(AppointmentRow & { absence_id: Id<'absences'> })[]> {
  return tx<(AppointmentRow & { absence_id: Id<'absences'> })[]>`
    select x.id as absence_id, ${columns(tx)}
      from absences x
      join appointments a on a.doctor_id = x.practitioner_id
       and tstzrange(a.scheduled_at, a.ends_at, '[)') && tstzrange(x.starts_at, x.ends_at, '[)') ${joins(tx)}
     where x.id = any (${[...absenceIds]}::uuid[]) and a.status in ('scheduled', 'arrived') and a.ends_at > app.now()
     order by a.scheduled_at, a.id limit 1000`;
}

type LockedVisit = Pick<
  AppointmentRow,
  | 'status'
  | 'previous_status'
  | 'status_since'
  | 'is_canceller'
  | 'is_arriver'
  | 'version'
  | 'scheduled_at'
  | 'ends_at'
  | 'room_id'
  | 'overbooked'
  | 'noted_as'
  | 'booked_as'
>;

/** Its current state, held until the end of the transaction. Null where the actor may not change it. */
export async function lockAppointment(tx: Tx, id: Id<'appointments'>): Promise<LockedVisit | null> {
  const [row] = await tx<LockedVisit[]>`
    select status, previous_status, status_since, cancelled_by is not distinct from app.user_id() as is_canceller,
           ${arrivedBySelf(tx)} as is_arriver, version, scheduled_at, ends_at, room_id, overbooked, noted_as, booked_as
      from appointments a
     where id = ${id} and status <> 'held' for update`;
  return row ?? null;
}

export interface AppointmentChange {
  status: VisitState;
  scheduled_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  room_id: Id<'rooms'> | null;
  overbooked: boolean;
  booked_as: VisitSide;
  /** Undefined keeps what is there. */
  notes: Row['notes'] | undefined;
  noted_as: VisitSide | null;
}

export async function markAppointmentChanged(
  tx: Tx,
  id: Id<'appointments'>,
  change: AppointmentChange,
): Promise<void> {
  const isCancelled = change.status === 'cancelled';
  await tx`
    update appointments
       set status = ${change.status}, scheduled_at = ${change.scheduled_at}, ends_at = ${change.ends_at},
           room_id = ${change.room_id}, overbooked = ${change.overbooked},
           booked_as = ${change.booked_as},
           notes = case when ${change.notes === undefined} then notes else ${change.notes ?? null} end,
           noted_as = ${change.noted_as},
           cancelled_at = case when ${isCancelled} then app.now() end,
           cancelled_by = case when ${isCancelled} then app.user_id() end,
           version = version + 1, updated_at = app.now()
     where id = ${id}`;
}

export function insertAppointment(tx: Tx, row: typeof appointments.$inferInsert): Statement {
  return insertRow(tx, appointments, row);
}

/** Adds those that overlap no visit that stands; gives their ids. */
export function insertNewAppointments(
  tx: Tx,
  rows: readonly (typeof appointments.$inferInsert)[],
): Promise<Set<unknown>> {
  return insertNewRows(tx, appointments, rows);
}
