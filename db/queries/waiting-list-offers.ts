import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Relation } from '#lib/policy/subject';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { type OfferOutcome, waitingListOffers } from '../schema/waiting-list-offers';
import { relationTo } from './relation';

type Row = typeof waitingListOffers.$inferSelect;

export type OfferedRow = Row & {
  relation: Relation;
  clinic_name: string;
  service_id: Id<'services'> | null;
  /** The visit that it would replace, and when that is while it stands. */
  instead_of: Id<'appointments'> | null;
  visit_at: Temporal.Instant | null;
  visit_zone: string | null;
};

export async function findOffer(tx: Tx, id: Id<'waiting_list_offers'>): Promise<OfferedRow | null> {
  const [row] = await tx<OfferedRow[]>`
    select o.id, o.entry_id, o.patient_id, o.appointment_id, o.doctor_id, o.scheduled_at, o.ends_at, o.zone, o.mode,
           o.offered_at, o.expires_at, o.outcome, o.ended_at, e.service_id, e.instead_of, v.scheduled_at as visit_at,
           v.zone as visit_zone,
           c.name as clinic_name, ${relationTo(tx, tx`o.patient_id`)} as relation
      from waiting_list_offers o
      join waiting_list_entries e on e.id = o.entry_id
      join practitioners d on d.id = o.doctor_id
      join clinics c on c.id = d.clinic_id
      left join appointments v on v.id = e.instead_of and v.status = 'scheduled'
     where o.id = ${id}`;
  return row ?? null;
}

type OpenOffer = Pick<Row, 'id' | 'entry_id' | 'appointment_id'>;

/** With its entry, held until the end of the transaction; null where it has ended. */
export async function lockOpenOffer(tx: Tx, id: Id<'waiting_list_offers'>): Promise<OpenOffer | null> {
  const [row] = await tx<OpenOffer[]>`
    select o.id, o.entry_id, o.appointment_id
      from waiting_list_entries e join waiting_list_offers o on o.entry_id = e.id
     where o.id = ${id} and e.status = 'waiting' and o.outcome is null and o.expires_at > app.now()
       for update of e, o`;
  return row ?? null;
}

/** The offer that an entry has now. */
export async function lockOfferOf(tx: Tx, entryId: Id<'waiting_list_entries'>): Promise<OpenOffer | null> {
  const [row] = await tx<OpenOffer[]>`
    select id, entry_id, appointment_id from waiting_list_offers
     where entry_id = ${entryId} and outcome is null for update`;
  return row ?? null;
}

export async function markOfferEnded(
  tx: Tx,
  id: Id<'waiting_list_offers'>,
  outcome: Exclude<OfferOutcome, 'expired'>,
): Promise<void> {
  await tx`update waiting_list_offers set outcome = ${outcome}, ended_at = app.now() where id = ${id}`;
}

/** What was kept for somebody who does not want it is free again. */
export async function deleteOfferedHold(tx: Tx, id: Id<'appointments'>): Promise<void> {
  await tx`delete from appointments where id = ${id} and status = 'held' and created_by is null`;
}

/** What was offered for an entry before, to whatever end: nobody is asked twice. */
export function listOfferedTimes(
  tx: Tx,
  entryId: Id<'waiting_list_entries'>,
): Promise<Pick<Row, 'doctor_id' | 'scheduled_at'>[]> {
  return tx<Pick<Row, 'doctor_id' | 'scheduled_at'>[]>`
    select doctor_id, scheduled_at from waiting_list_offers where entry_id = ${entryId}`;
}

export function insertOfferedTime(tx: Tx, row: typeof waitingListOffers.$inferInsert): Statement {
  return insertRow(tx, waitingListOffers, row);
}

/** By how much in advance a doctor's times are booked. */
export async function findLeadMinutes(tx: Tx, doctorId: Id<'practitioners'>): Promise<number> {
  const [row] = await tx<{ lead_minutes: number }[]>`
    select lead_minutes from practitioner_calendars where practitioner_id = ${doctorId}`;
  return row?.lead_minutes ?? 0;
}
