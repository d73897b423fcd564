import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { countClinic, findClinicZone, type StatisticsRow } from '#db/queries/statistics';
import { OperationError } from '#lib/errors/operation-error';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';

const statistics = z.strictObject({
  users: z.strictObject({
    total: z.int(),
    patient: z.int(),
    doctor: z.int(),
    admin: z.int(),
    unverified: z.int(),
    disabled: z.int(),
  }),
  patients: z.int(),
  practitioners: z.int(),
  records: z.int(),
  appointments: z.strictObject({
    scheduled: z.int(),
    completed: z.int(),
    cancelled: z.int(),
    today: z.int(),
  }),
  /** Today, by the clock of the clinic. */
  audit_today: z.strictObject({ events: z.int(), refused: z.int(), sign_ins: z.int() }),
  /** IANA zone and date of what `today` means. */
  zone: z.string(),
  date: z.iso.date(),
});

/** S50: how much there is of each kind. Numbers only. */
export const getStatistics = defineOperation({
  name: 'statistics.get',
  kind: 'query',
  rest: 'GET /admin/stats',
  summary: 'Numbers of the clinic',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject({}),
  output: statistics,
  errors: [],
  audit: { event: 'VIEW_STATISTICS', resource: 'clinic' },
  example: {
    input: {},
    output: {
      users: { total: 14, patient: 10, doctor: 3, admin: 1, unverified: 0, disabled: 0 },
      patients: 13,
      practitioners: 3,
      records: 4210,
      appointments: { scheduled: 12, completed: 40, cancelled: 2, today: 9 },
      audit_today: { events: 120, refused: 3, sign_ins: 8 },
      zone: 'Europe/London',
      date: '2026-01-05',
    },
  },
  subject: theClinic,

  async handle({ tx, now }) {
    const zone = await findClinicZone(tx);
    const day = now.toZonedDateTimeISO(zone).startOfDay();
    const row = await countClinic(tx, {
      starts_at: day.toInstant(),
      ends_at: day.add({ days: 1 }).toInstant(),
    });
    // The counts answer administrators alone.
    if (!row) throw new OperationError('forbidden');
    return { ...viewCounts(row), zone, date: dateOf(day) };
  },
});

const dateOf = (day: Temporal.ZonedDateTime) => day.toPlainDate().toString();

function viewCounts(row: StatisticsRow) {
  return {
    users: {
      total: row.users,
      patient: row.users_patient,
      doctor: row.users_doctor,
      admin: row.users_admin,
      unverified: row.users_unverified,
      disabled: row.users_disabled,
    },
    patients: row.patients,
    practitioners: row.practitioners,
    records: row.medical_records,
    appointments: {
      scheduled: row.appointments_scheduled,
      completed: row.appointments_completed,
      cancelled: row.appointments_cancelled,
      today: row.appointments_today,
    },
    audit_today: { events: row.audit_events, refused: row.audit_refused, sign_ins: row.sign_ins },
  };
}
