import { z } from 'zod';
import type { StatisticsRow } from '#db/queries/statistics';

export const statistics = z.strictObject({
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
  /** Null where there are fewer than five, but for none: so few would tell of single people. */
  records: z.int().nullable(),
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

/** Small cells, as health statistics call them. */
const isTelling = (count: number) => count > 0 && count < 5;

export function viewCounts(row: StatisticsRow) {
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
    records: isTelling(row.medical_records) ? null : row.medical_records,
    appointments: {
      scheduled: row.appointments_scheduled,
      completed: row.appointments_completed,
      cancelled: row.appointments_cancelled,
      today: row.appointments_today,
    },
    audit_today: { events: row.audit_events, refused: row.audit_refused, sign_ins: row.sign_ins },
  };
}
