import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../client';

interface Day {
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
}

export interface StatisticsRow {
  users: number;
  users_patient: number;
  users_doctor: number;
  users_admin: number;
  users_unverified: number;
  users_disabled: number;
  patients: number;
  practitioners: number;
  medical_records: number;
  appointments_scheduled: number;
  appointments_completed: number;
  appointments_cancelled: number;
  appointments_today: number;
  audit_events: number;
  audit_refused: number;
  sign_ins: number;
}

/** What there is of each kind, of one snapshot; the log's numbers are those of that day. */
export async function countClinic(tx: Tx, day: Day): Promise<StatisticsRow | null> {
  const [row] = await tx<StatisticsRow[]>`
    select u.*, n.*, l.*
      from (select count(*)::int as users, (count(*) filter (where role = 'patient'))::int as users_patient,
                   (count(*) filter (where role = 'doctor'))::int as users_doctor,
                   (count(*) filter (where role = 'admin'))::int as users_admin,
                   (count(*) filter (where not is_verified))::int as users_unverified,
                   (count(*) filter (where disabled_at is not null))::int as users_disabled
              from users where deleted_at is null) u
      cross join app.clinic_counts(tstzrange(${day.starts_at}, ${day.ends_at}, '[)')) n
      cross join (select count(*)::int as audit_events, (count(*) filter (where response_status >= 400))::int as audit_refused,
                         (count(*) filter (where action = 'LOGIN'))::int as sign_ins
                    from audit_logs where timestamp >= ${day.starts_at} and timestamp < ${day.ends_at}) l`;
  return row ?? null;
}

/** The zone of the clinic whose day is meant: the oldest site's. */
export async function findClinicZone(tx: Tx): Promise<string> {
  const [row] = await tx<{ zone: string }[]>`select zone from clinics order by created_at, id limit 1`;
  return row?.zone ?? 'UTC';
}
