import { z } from 'zod';
import { lockClinic, markClinicChanged, replaceClinicHours } from '#db/queries/clinics';
import { wallTime, weekday } from '#lib/domain/availability/hours-input';
import { spanFaults } from '#lib/domain/availability/span-faults';
import { clinicId, newId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { expectedVersion, requireVersion } from '../kernel/expected-version';
import { exampleSite } from './site-view';

const span = z.strictObject({ weekday, opens: wallTime, closes: wallTime });

const hours = z
  .array(span)
  .max(50)
  .check(({ value, issues }) => {
    if (issues.length > 0) return; // what is no time is neither before nor after another
    const spans = value.map(({ opens, closes, ...day }) => ({ ...day, starts: opens, ends: closes }));
    for (const { index, field, code } of spanFaults(spans)) {
      const path = [index, field === 'starts' ? 'opens' : 'closes'];
      issues.push({ code: 'custom', message: code, path, input: value });
    }
  });

/** When a site is open, written as a whole. Without any it is open whenever a doctor is. */
export const setClinicHours = defineOperation({
  name: 'clinics.set-hours',
  kind: 'command',
  rest: 'PUT /clinics/{id}/hours',
  successStatus: 204,
  summary: 'Set when a site is open',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject({ id: clinicId, hours, expected_version: expectedVersion }),
  output: z.void(),
  errors: ['not_found', 'stale_version'],
  audit: { event: 'SET_CLINIC_HOURS', resource: 'clinic', details: ['id'] },
  example: {
    input: { id: exampleSite.id, hours: exampleSite.hours },
    output: undefined,
  },

  subject: async ({ tx, input }) => {
    const row = await lockClinic(tx, input.id);
    return row && { type: 'clinic', row };
  },

  async handle({ tx, input, subject: { row } }) {
    requireVersion(row.version, input.expected_version);
    const rows = input.hours.map((each) => ({ ...each, id: newId('clinic_hours'), clinic_id: row.id }));
    await replaceClinicHours(tx, row.id, rows);
    await markClinicChanged(tx, row, {});
  },
});
