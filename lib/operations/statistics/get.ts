import { z } from 'zod';
import { countClinic, findClinicZone } from '#db/queries/statistics';
import { OperationError } from '#lib/errors/operation-error';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { statistics, viewCounts } from './statistics-view';

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
    return { ...viewCounts(row), zone, date: day.toPlainDate().toString() };
  },
});
