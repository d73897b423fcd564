import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Relation } from '#lib/policy/subject';
import type { Statement, Tx } from '../client';
import { insertNewRows, insertRow } from '../rows';
import { type AppointmentStatus, appointments, type VisitSide } from '../schema/appointments';
import type { patients } from '../schema/patients';
import type { practitioners } from '../schema/practitioners';
import type { ChartKeyRow } from './charts';
import { listPage, type Page, type Window } from './page';
import { relationTo } from './relation';

type Row = typeof appointments.$inferSelect;
type Patient = typeof patients.$inferSelect;

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
  | 'status'
  | 'version'
  | 'notes'
  | 'noted_as'
  | 'booked_as'
  | 'created_at'
> &
  OrNull<Pick<Patient, 'legal_name' | 'birth_date' | 'sex'> & ChartKeyRow> & {
    doctor_name: (typeof practitioners.$inferSelect)['display_name'];
    clinic_name: string;
    relation: Relation;
    /** The actor is the doctor of this visit. */
    is_own: boolean;
  };

const columns = (tx: Tx) => tx`
  a.id, a.patient_id, a.doctor_id, a.scheduled_at, a.ends_at, a.zone, a.status, a.version, a.notes, a.noted_as, a.booked_as,
  a.created_at, p.legal_name, p.birth_date, p.sex, d.display_name as doctor_name, c.name as clinic_name, k.id as key_id,
  k.version as key_version, k.wrapped_key, ${relationTo(tx, tx`a.patient_id`)} as relation,
  a.doctor_id is not distinct from app.practitioner_id() as is_own`;

const joins = (tx: Tx) => tx`
  join practitioners d on d.id = a.doctor_id
  join clinics c on c.id = a.clinic_id
  left join patients p on p.id = a.patient_id
  left join patient_keys k on k.patient_id = a.patient_id`;

export async function findAppointment(tx: Tx, id: Id<'appointments'>): Promise<AppointmentRow | null> {
  const [row] = await tx<
    AppointmentRow[]
  >`select ${columns(tx)} from appointments a ${joins(tx)} where a.id = ${id}`.execute();
  return row ?? null;
}

export interface AppointmentFilter {
  /** Null: the actor's own visits, as patient or as doctor. */
  patientId: Id<'patients'> | null;
  status: AppointmentStatus | null;
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
      : tx`and (a.status = 'scheduled' and a.ends_at > app.now()) = ${filter.upcoming}`;
  return tx`${whose} ${onDay} ${ahead}
    and (${filter.status}::text is null or a.status = ${filter.status})
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

/** Somebody is still to be seen by the actor. */
export async function isAwaited(tx: Tx): Promise<boolean> {
  const [row] = await tx<{ awaited: boolean }[]>`
    select exists (select from appointments a where a.doctor_id = app.practitioner_id() and a.status = 'scheduled'
                                                and a.ends_at > app.now()) as awaited`;
  return row?.awaited ?? false;
}

/** How many visits the patient's side has booked that are still to come, within so many seconds from now. */
export async function countOpenVisits(tx: Tx, patientId: Id<'patients'>, seconds: number): Promise<number> {
  const [row] = await tx<{ open: number }[]>`
    select count(*)::integer as open from appointments a
     where a.patient_id = ${patientId} and a.status = 'scheduled' and a.booked_as = 'patient'
       and a.scheduled_at between app.now() and app.now() + make_interval(secs => ${seconds})`;
  return row?.open ?? 0;
}

/**
 * Bookings of one doctor, and of one patient, stand in line. The exclusion constraints decide; without this two
 * bookings of one slot would wait for each other and end as a deadlock.
 */
export async function lockDiaries(
  tx: Tx,
  visit: { doctor_id: Id<'practitioners'>; patient_id: Id<'patients'> },
): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${visit.doctor_id}, 0))`;
  await tx`select pg_advisory_xact_lock(hashtextextended(${visit.patient_id}, 0))`;
}

type HeldVisit = Pick<Row, 'status' | 'version' | 'scheduled_at' | 'ends_at' | 'noted_as' | 'booked_as'>;

/** Its current state, held until the end of the transaction. Null where the actor may not change it. */
export async function lockAppointment(tx: Tx, id: Id<'appointments'>): Promise<HeldVisit | null> {
  const [row] = await tx<HeldVisit[]>`
    select status, version, scheduled_at, ends_at, noted_as, booked_as from appointments where id = ${id} for update`;
  return row ?? null;
}

export interface AppointmentChange {
  status: AppointmentStatus;
  scheduled_at: Temporal.Instant;
  ends_at: Temporal.Instant;
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
