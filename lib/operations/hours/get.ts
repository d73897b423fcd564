import { z } from 'zod';
import { findOwnHours, type OwnHoursRow } from '#db/queries/own-hours';
import { defineOperation } from '../define';
import { type dayView, exampleHours, hoursView, plainSettings } from './hours-view';
import { ownDoctor, requireDoctor } from './own-doctor';

/** By what the acting doctor offers times. */
export const getHours = defineOperation({
  name: 'hours.get',
  kind: 'query',
  rest: 'GET /hours',
  summary: 'Your hours',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({}),
  output: hoursView,
  errors: [],
  audit: { event: 'VIEW_HOURS', resource: 'practitioner' },
  example: { input: {}, output: exampleHours },
  subject: ownDoctor,

  async handle({ tx, subject }) {
    const doctor = requireDoctor(subject);
    const row = await findOwnHours(tx, doctor);
    if (!row) throw new Error('A select without a table gave no row.');
    const { version, ...settings } = row.settings ?? { ...plainSettings, version: 0 };
    const { weekly, services } = row;
    return {
      ...{ clinic_id: doctor.clinic_id, zone: doctor.zone },
      ...{ weekly, services, days: daysOf(row), settings, version },
    };
  },
});

/** One entry a day: its rows are its hours, a row without any says that nobody is seen. */
function daysOf({ days }: OwnHoursRow): z.output<typeof dayView>[] {
  const found = new Map<string, z.output<typeof dayView>>();
  for (const { day, starts, ends, slot_minutes } of days) {
    const entry = found.get(day) ?? { day, hours: [] };
    found.set(day, entry);
    if (starts && ends && slot_minutes) entry.hours.push({ starts, ends, slot_minutes });
  }
  return [...found.values()];
}
