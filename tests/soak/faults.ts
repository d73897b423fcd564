import { asRole } from '../harness/as-role';

/** What must not stand in the database, in words: each found by a plain join, whatever the constraints say. */
export async function faultsOf(
  superuserUrl: string,
  { before, expected }: { before: number; expected: number },
): Promise<string[]> {
  const written = (await messagesNow(superuserUrl)) - before;
  return asRole(superuserUrl, async (sql) => {
    const [row] = await sql`
      with taking as (
        select * from appointments
         where status not in ('cancelled', 'no_show') and (held_until is null or held_until > now()))
      select
        (select count(*) from taking a join taking b on a.doctor_id = b.doctor_id and a.id < b.id
           and a.scheduled_at < b.ends_at and b.scheduled_at < a.ends_at and not a.overbooked and not b.overbooked)::int
           as doctors,
        (select count(*) from taking a join taking b on a.patient_id = b.patient_id and a.id < b.id
           and a.scheduled_at < b.ends_at and b.scheduled_at < a.ends_at)::int as patients,
        (select count(*) from taking a join taking b on a.room_id = b.room_id and a.id < b.id
           and a.scheduled_at < b.ends_at and b.scheduled_at < a.ends_at)::int as rooms,
        (select count(*) from appointments where status = 'held')::int as holds,
        (select count(*) from outbox where sent_at is null and dropped_at is null)::int as unsent`;
    const { doctors, patients, rooms, holds, unsent } = row as unknown as Record<string, number>;
    return [
      ...(doctors ? [`${doctors} visits of a doctor overlap`] : []),
      ...(patients ? [`${patients} visits of a patient overlap`] : []),
      ...(rooms ? [`${rooms} visits in a room overlap`] : []),
      ...(holds ? [`${holds} times are still held`] : []),
      ...(unsent ? [`${unsent} messages were not sent`] : []),
      ...(written === expected ? [] : [`${expected} messages were owed, ${written} written`]),
    ];
  });
}

/** All but reminders, which come by the clock and not for what somebody does; one that is dropped has left its row. */
export const messagesNow = (superuserUrl: string): Promise<number> =>
  asRole(superuserUrl, async (sql) => {
    const [row] = await sql`
      select count(*)::int as n from outbox o
       where o.dropped_at is null and not exists (select from visit_reminders r where r.message_id = o.id)`;
    return Number(row?.n);
  });
