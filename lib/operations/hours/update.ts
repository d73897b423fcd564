import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Tx } from '#db/client';
import {
  markCalendarChanged,
  type OwnDoctorRow,
  replaceOwnRules,
  replaceOwnServices,
} from '#db/queries/own-hours';
import { newId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { expectedVersion, requireVersion } from '../kernel/expected-version';
import { holdCalendar } from './hold-calendar';
import { type Offered, servicesInput, settingsInput, type Weekly, weeklyInput } from './hours-input';
import { exampleHours, exampleWeekly } from './hours-view';
import { ownDoctor, requireDoctor } from './own-doctor';
import { requireOwnRooms, requireOwnServices } from './own-site';

/**
 * Changes the acting doctor's hours, in one transaction: each part that is given as a whole, the others stay. Visits that
 * are booked stand.
 */
export const updateHours = defineOperation({
  name: 'hours.update',
  kind: 'command',
  rest: 'PUT /hours',
  successStatus: 204,
  summary: 'Change your hours',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z.strictObject({
    weekly: weeklyInput.optional(),
    settings: settingsInput.optional(),
    services: servicesInput.optional(),
    expected_version: expectedVersion,
  }),
  output: z.void(),
  errors: ['stale_version'],
  audit: { event: 'UPDATE_HOURS', resource: 'practitioner' },
  example: { input: { weekly: exampleWeekly, settings: exampleHours.settings }, output: undefined },
  subject: ownDoctor,

  async handle({ tx, now, input, subject, audit }) {
    const doctor = requireDoctor(subject);
    const { weekly, settings, services, expected_version } = input;
    const { id: practitioner_id } = doctor;
    const version = await holdCalendar(tx, practitioner_id, now);
    requireVersion(version, expected_version);
    if (weekly) await writeWeek(tx, doctor, weekly, now);
    if (services) await writeServices(tx, doctor, services, now);
    await markCalendarChanged(tx, practitioner_id, { ...settings, version: version + 1, updated_at: now });
    const parts = Object.entries({ weekly, settings, services }).filter(([, part]) => part !== undefined);
    audit({
      resource_id: practitioner_id,
      additional_info: { parts: parts.map(([name]) => name).join(' ') },
    });
  },
});

async function writeWeek(tx: Tx, doctor: OwnDoctorRow, weekly: readonly Weekly[], now: Temporal.Instant) {
  await requireOwnRooms(tx, doctor, weekly);
  const { id: practitioner_id, clinic_id } = doctor;
  const whose = { practitioner_id, clinic_id, created_at: now };
  await replaceOwnRules(
    tx,
    practitioner_id,
    weekly.map((hours) => ({ ...hours, ...whose, id: newId('availability_rules') })),
  );
}

async function writeServices(
  tx: Tx,
  doctor: OwnDoctorRow,
  services: readonly Offered[],
  now: Temporal.Instant,
) {
  await requireOwnServices(tx, doctor, services);
  const whose = { practitioner_id: doctor.id, created_at: now };
  await replaceOwnServices(
    tx,
    doctor.id,
    services.map((each) => ({ ...each, ...whose })),
  );
}
