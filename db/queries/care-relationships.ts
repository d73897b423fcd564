import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';

interface Pair {
  patientId: Id<'patients'>;
  doctorId: Id<'practitioners'>;
}

interface Visit extends Pair {
  /** For a relationship that is new. */
  id: Id<'care_relationships'>;
  sourceId: Id<'appointments'>;
  endsAt: Temporal.Instant;
  months: number;
}

/**
 * The doctor treats the patient until so many months after the visit; what bookings have made and lasts longer stays as
 * it is. An assignment stands beside it: its end is no end of what the patient has booked.
 */
export async function insertOrProlongTreating(tx: Tx, visit: Visit): Promise<void> {
  await tx`
    with prolonged as (
      update care_relationships c
         set valid_until = greatest(c.valid_until, ${visit.endsAt}::timestamptz + make_interval(months => ${visit.months})),
             ended_by = null
       where c.patient_id = ${visit.patientId} and c.practitioner_id = ${visit.doctorId} and c.kind = 'treating'
         and c.source_id is not null and c.valid_from <= app.now() and c.valid_until > app.now()
      returning 1)
    insert into care_relationships (id, patient_id, practitioner_id, kind, source_id, valid_from, valid_until, created_at)
    select ${visit.id}, ${visit.patientId}, ${visit.doctorId}, 'treating', ${visit.sourceId}, app.now(),
           ${visit.endsAt}::timestamptz + make_interval(months => ${visit.months}), app.now()
     where not exists (select 1 from prolonged)`;
}

/** A visit was held, or stands again: whoever holds it may look back on it for so many months. Makes no relationship. */
export async function markTreatingProlonged(
  tx: Tx,
  { patientId, doctorId, endsAt, months }: Omit<Visit, 'id' | 'sourceId'>,
): Promise<void> {
  await tx`
    update care_relationships c
       set valid_until = greatest(c.valid_until, ${endsAt}::timestamptz + make_interval(months => ${months})), ended_by = null
     where c.patient_id = ${patientId} and c.practitioner_id = ${doctorId} and c.kind = 'treating'
       and c.source_id is not null and c.valid_until > app.now()`;
}

/**
 * A visit does not take place: what bookings made lasts as long as the visits that still stand give, and ends at
 * `closesAt` where there are none. What staff have booked gives no longer than the patient can still cancel it: until it
 * has been held. A relationship that somebody assigned has no source and is left alone.
 */
export async function markTreatingShortened(
  tx: Tx,
  { patientId, doctorId }: Pair,
  { months, closesAt }: { months: number; closesAt: Temporal.Instant },
): Promise<void> {
  await tx`
    with standing as (
      select max(case when a.booked_as = 'patient' then a.ends_at + make_interval(months => ${months})
                      when a.status in ('scheduled', 'arrived', 'in_progress') then a.ends_at end) as until from appointments a
       where a.patient_id = ${patientId} and a.doctor_id = ${doctorId} and a.status not in ('held', 'cancelled', 'no_show'))
    update care_relationships c
       set valid_until = least(c.valid_until, greatest(s.until, ${closesAt})),
           ended_by = case when s.until > ${closesAt} then null else app.user_id() end
      from standing s
     where c.patient_id = ${patientId} and c.practitioner_id = ${doctorId} and c.kind = 'treating'
       and c.source_id is not null and c.valid_until > app.now()`;
}
