import { z } from 'zod';
import { insertAvailabilityRule } from '#db/queries/availability-rules';
import { lockImport } from '#db/queries/imports';
import { findPractitionerOf, insertPractitioner } from '#db/queries/practitioners';
import { seal } from '#lib/crypto/seal';
import { freeText } from '#lib/domain/free-text';
import { clinicId, newId, practitionerId, userId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { wholeClinic } from './only-the-job';

const hours = z.strictObject({
  weekday: z.int().min(1).max(7),
  starts: z.iso.time(),
  ends: z.iso.time(),
  slot_minutes: z.int().min(5).max(240),
});

/** Somebody who gives care, with the hours in which they see patients; once by their account. */
export const addPractitioner = defineOperation({
  name: 'clinic-import.add-practitioner',
  kind: 'command',
  rest: 'POST /import/practitioners',
  summary: 'Import a doctor',
  permission: 'write:profile',
  stepUp: 'none',
  jobs: ['import'],
  input: z.strictObject({
    user_id: userId,
    clinic_id: clinicId,
    display_name: freeText(200).min(1),
    speciality: freeText(200).min(1),
    hours: z.array(hours),
  }),
  output: z.strictObject({ id: practitionerId, added: z.boolean() }),
  errors: [],
  audit: { event: 'IMPORT_STAFF', resource: 'practitioner', details: ['user_id', 'clinic_id'] },
  example: {
    input: {
      user_id: '01920000-0000-7000-8000-000000000006',
      clinic_id: '01920000-0000-7000-8000-000000000005',
      display_name: 'Dr Amara Okafor',
      speciality: 'General practice',
      hours: [{ weekday: 1, starts: '08:30', ends: '12:30', slot_minutes: 20 }],
    },
    output: { id: '01920000-0000-7000-8000-000000000004', added: true },
  },
  subject: wholeClinic,

  async handle({ tx, now, input: { hours: rules, display_name, ...person } }) {
    await lockImport(tx);
    const known = await findPractitionerOf(tx, person.user_id);
    if (known) return { id: known, added: false };
    const [id, created_at] = [newId('practitioners'), now];
    const sealedName = seal('practitioners.display_name', id, display_name);
    await insertPractitioner(tx, { ...person, id, display_name: sealedName, created_at });
    const { clinic_id } = person;
    for (const rule of rules) {
      const ruleId = newId('availability_rules');
      await insertAvailabilityRule(tx, {
        ...rule,
        id: ruleId,
        practitioner_id: id,
        clinic_id,
        created_at,
      });
    }
    return { id, added: true };
  },
});
