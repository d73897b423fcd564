import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Relation } from '#lib/policy/subject';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import type { patients } from '../schema/patients';
import type { practitioners } from '../schema/practitioners';
import { waitingListEntries } from '../schema/waiting-list-entries';
import type { waitingListOffers } from '../schema/waiting-list-offers';
import type { VisitState } from './appointments';
import type { ChartKeyRow } from './charts';
import { relationTo } from './relation';

type Row = typeof waitingListEntries.$inferSelect;
type Offer = typeof waitingListOffers.$inferSelect;
type Practitioner = typeof practitioners.$inferSelect;
type Patient = typeof patients.$inferSelect;

type OrNull<T> = { [K in keyof T]: T[K] | null };

export type WaitingRow = Omit<Row, 'from_day' | 'until_day' | 'created_by'> &
  OrNull<Pick<Patient, 'legal_name'> & ChartKeyRow> & {
    from_day: string;
    until_day: string;
    doctor_name: Practitioner['display_name'] | null;
    clinic_name: string | null;
    service_name: string | null;
    /** Of the visit that an earlier time would replace: as it stands now. */
    visit_at: Temporal.Instant | null;
    visit_zone: string | null;
    visit_status: VisitState | null;
    change_notice_minutes: number | null;
    relation: Relation;
    offer_id: Id<'waiting_list_offers'> | null;
    offer_doctor_id: Id<'practitioners'> | null;
    offer_doctor_name: Practitioner['display_name'] | null;
    offer_clinic_name: string | null;
    offer_at: Temporal.Instant | null;
    offer_ends_at: Temporal.Instant | null;
    offer_zone: string | null;
    offer_mode: Offer['mode'] | null;
    offer_expires_at: Temporal.Instant | null;
  };

const columns = (tx: Tx) => tx`
  select e.id, e.patient_id, e.clinic_id, e.doctor_id, e.speciality, e.service_id, e.mode, e.from_day::text, e.until_day::text,
         e.day_parts, e.instead_of, e.status, e.created_at, e.ended_at, d.display_name as doctor_name, c.name as clinic_name,
         s.name as service_name, v.scheduled_at as visit_at, v.zone as visit_zone, v.status as visit_status,
         vc.change_notice_minutes, p.legal_name, k.id as key_id, k.version as key_version, k.wrapped_key,
         ${relationTo(tx, tx`e.patient_id`)} as relation, o.id as offer_id, o.doctor_id as offer_doctor_id,
         od.display_name as offer_doctor_name, oc.name as offer_clinic_name, o.scheduled_at as offer_at,
         o.ends_at as offer_ends_at, o.zone as offer_zone, o.mode as offer_mode, o.expires_at as offer_expires_at
    from waiting_list_entries e
    left join practitioners d on d.id = e.doctor_id
    left join clinics c on c.id = e.clinic_id
    left join services s on s.id = e.service_id
    left join appointments v on v.id = e.instead_of
    left join clinics vc on vc.id = v.clinic_id
    left join patients p on p.id = e.patient_id
    left join patient_keys k on k.patient_id = e.patient_id
    left join waiting_list_offers o on o.entry_id = e.id and o.outcome is null and o.expires_at > app.now()
    left join practitioners od on od.id = o.doctor_id
    left join clinics oc on oc.id = od.clinic_id`;

export async function findWaiting(tx: Tx, id: Id<'waiting_list_entries'>): Promise<WaitingRow | null> {
  const [row] = await tx<WaitingRow[]>`${columns(tx)} where e.id = ${id}`;
  return row ?? null;
}

/** What a patient waits for; the actor's own where nobody is named. What has ended stays for two weeks. */
export function listWaiting(tx: Tx, patientId: Id<'patients'> | null): Promise<WaitingRow[]> {
  return tx<WaitingRow[]>`${columns(tx)}
    where e.patient_id = coalesce(${patientId}::uuid, app.patient_id())
      and (e.status = 'waiting' or e.status <> 'withdrawn' and e.ended_at > app.now() - interval '14 days')
    order by e.status <> 'waiting', e.created_at, e.id limit 100`;
}

/** Who waits for the doctor who acts, or for anybody who is as they are: whoever waits longest comes first. */
export function listWaitingForMe(tx: Tx): Promise<WaitingRow[]> {
  return tx<WaitingRow[]>`${columns(tx)}
    where e.status = 'waiting' and app.waits_for_me(e.doctor_id, e.clinic_id, e.speciality, e.service_id)
    order by e.created_at, e.id limit 200`;
}

/** Joining stands in line for each patient, so that nobody counts past another. */
export async function lockWaitingOf(tx: Tx, patientId: Id<'patients'>): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${patientId}, 0))`;
}

export async function countWaiting(tx: Tx, patientId: Id<'patients'>): Promise<number> {
  const [row] = await tx<{ waiting: number }[]>`
    select count(*)::integer as waiting from waiting_list_entries where patient_id = ${patientId} and status = 'waiting'`;
  return row?.waiting ?? 0;
}

export function insertWaiting(tx: Tx, row: typeof waitingListEntries.$inferInsert): Statement {
  return insertRow(tx, waitingListEntries, row);
}

/** Held until the end of the transaction, for whoever may end it, while it waits. */
export async function lockWaiting(tx: Tx, id: Id<'waiting_list_entries'>): Promise<boolean> {
  const { count } = await tx`
    select id from waiting_list_entries where id = ${id} and status = 'waiting' for update`;
  return count === 1;
}

export async function markWaitingEnded(
  tx: Tx,
  id: Id<'waiting_list_entries'>,
  status: 'accepted' | 'withdrawn',
): Promise<void> {
  await tx`
    update waiting_list_entries set status = ${status}, ended_at = app.now() where id = ${id} and status = 'waiting'`;
}

/** For the job: what nobody waits for any more ends. */
export async function endSpentWaits(tx: Tx): Promise<void> {
  await tx`select app.end_spent_waits()`;
}

/** For the job: whoever waits without an offer, in the order of their joining. */
export async function listUnoffered(tx: Tx): Promise<Id<'waiting_list_entries'>[]> {
  const rows = await tx<{ id: Id<'waiting_list_entries'> }[]>`
    select e.id from waiting_list_entries e
     where e.status = 'waiting'
       and not exists (select 1 from waiting_list_offers o where o.entry_id = e.id and o.outcome is null)
     order by e.created_at, e.id limit 5000`;
  return rows.map(({ id }) => id);
}

/** From here on the job acts as the one for whom it looks. False where their account is shut, or nobody waits any more. */
export async function actForWaiting(tx: Tx, id: Id<'waiting_list_entries'>): Promise<boolean> {
  const { count } = await tx`
    select set_config('app.actor_kind', 'user', true), set_config('app.user_id', a.user_id::text, true),
           set_config('app.role', a.role, true), set_config('app.patient_id', coalesce(a.patient_id::text, ''), true),
           set_config('app.practitioner_id', coalesce(a.practitioner_id::text, ''), true)
      from app.waiting_actor(${id}) a`;
  return count === 1;
}
