import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';

/** Somebody is still to be seen by the actor. */
export async function isAwaited(tx: Tx): Promise<boolean> {
  const [row] = await tx<{ awaited: boolean }[]>`
    select exists (select from appointments a
                    where a.doctor_id = app.practitioner_id() and a.status in ('scheduled', 'arrived', 'in_progress')
                      and a.ends_at > app.now()) as awaited`;
  return row?.awaited ?? false;
}

/** How many visits the patient's side has booked that are still to come, within so many seconds from now; one does not count. */
export async function countOpenVisits(
  tx: Tx,
  patientId: Id<'patients'>,
  seconds: number,
  except: Id<'appointments'> | null,
): Promise<number> {
  const [row] = await tx<{ open: number }[]>`
    select count(*)::integer as open from appointments a
     where a.patient_id = ${patientId} and a.status = 'scheduled' and a.booked_as = 'patient'
       and a.id is distinct from ${except}::uuid
       and a.scheduled_at between app.now() and app.now() + make_interval(secs => ${seconds})`;
  return row?.open ?? 0;
}
