import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import type { appointments, VisitMode } from '../schema/appointments';
import type { practitioners } from '../schema/practitioners';

type Row = typeof appointments.$inferSelect;

/** What somebody holds while they make up their mind. One at a time: a new one lets the last go. */
export async function deleteOwnHolds(tx: Tx): Promise<void> {
  await tx`delete from appointments where status = 'held' and created_by = app.user_id()`;
}

export type HoldRow = Pick<
  Row,
  'id' | 'patient_id' | 'doctor_id' | 'zone' | 'scheduled_at' | 'ends_at' | 'service_id' | 'mode'
> & {
  held_until: Temporal.Instant;
  doctor_name: (typeof practitioners.$inferSelect)['display_name'];
  clinic_name: string;
  service_name: string | null;
};

export async function findOwnHold(tx: Tx): Promise<HoldRow | null> {
  const [row] = await tx<HoldRow[]>`
    select a.id, a.patient_id, a.doctor_id, a.zone, a.scheduled_at, a.ends_at, a.service_id, a.mode, a.held_until,
           d.display_name as doctor_name, c.name as clinic_name, s.name as service_name
      from appointments a
      join practitioners d on d.id = a.doctor_id
      join clinics c on c.id = a.clinic_id
      left join services s on s.id = a.service_id
     where a.status = 'held' and a.created_by = app.user_id() and a.held_until > app.now()`;
  return row ?? null;
}

/** Since when the actor holds that time of that doctor; null where they do not, or no more. */
export async function findOwnHoldStart(
  tx: Tx,
  { id, doctor_id, scheduled_at }: Pick<Booking, 'id' | 'doctor_id' | 'scheduled_at'>,
): Promise<Temporal.Instant | null> {
  const [row] = await tx<Pick<Row, 'created_at'>[]>`
    select created_at from appointments
     where id = ${id} and status = 'held' and created_by = app.user_id() and held_until > app.now()
       and doctor_id = ${doctor_id} and scheduled_at = ${scheduled_at}`;
  return row?.created_at ?? null;
}

/** What was held by anybody and not booked is nobody's any more. */
export async function releaseExpiredHolds(tx: Tx): Promise<number> {
  const [row] = await tx<{ released: number }[]>`select app.release_expired_holds() as released`;
  return row?.released ?? 0;
}

interface Booking {
  id: Id<'appointments'>;
  patient_id: Id<'patients'>;
  doctor_id: Id<'practitioners'>;
  scheduled_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  service_id: Id<'services'> | null;
  mode: VisitMode;
}

/** The hold becomes the visit, if it is still the actor's, or is kept for their patient, and for just that. */
export async function markHoldBooked(
  tx: Tx,
  held: Booking,
  noted: Pick<Row, 'notes' | 'noted_as'>,
): Promise<boolean> {
  const { count } = await tx`
    update appointments
       set status = 'scheduled', held_until = null, notes = ${noted.notes}, noted_as = ${noted.noted_as},
           created_at = app.now(), updated_at = app.now()
     where id = ${held.id} and status = 'held' and held_until > app.now()
       and (created_by = app.user_id() or created_by is null)
       and patient_id = ${held.patient_id} and doctor_id = ${held.doctor_id} and scheduled_at = ${held.scheduled_at}
       and ends_at = ${held.ends_at} and service_id is not distinct from ${held.service_id} and mode = ${held.mode}`;
  return count === 1;
}
