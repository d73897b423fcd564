import { z } from 'zod';
import { insertClinic } from '#db/queries/clinics';
import { findClinicByName, lockImport } from '#db/queries/imports';
import { freeText } from '#lib/domain/free-text';
import { httpsAddress } from '#lib/domain/https-address';
import { phoneNumber } from '#lib/domain/person';
import { clinicId, newId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { wholeClinic } from './only-the-job';

/** A site of the organisation, once by its name. */
export const addClinic = defineOperation({
  name: 'clinic-import.add-clinic',
  kind: 'command',
  rest: 'POST /import/clinics',
  summary: 'Import a site',
  permission: 'write:profile',
  stepUp: 'none',
  jobs: ['import'],
  input: z.strictObject({
    name: freeText(200).min(1),
    zone: freeText(64).min(1),
    address: freeText(300).optional(),
    phone: phoneNumber.optional(),
    video_url: httpsAddress.optional(),
    change_notice_minutes: z.int().min(0).max(43_200).default(0),
  }),
  output: z.strictObject({ id: clinicId, added: z.boolean() }),
  errors: [],
  audit: { event: 'IMPORT_CLINIC', resource: 'clinic' },
  example: {
    input: { name: 'Northgate Clinic', zone: 'Europe/London' },
    output: { id: '01920000-0000-7000-8000-000000000005', added: true },
  },
  subject: wholeClinic,

  async handle({ tx, now, input }) {
    await lockImport(tx);
    const known = await findClinicByName(tx, input.name);
    if (known) return { id: known, added: false };
    const id = newId('clinics');
    await insertClinic(tx, { ...input, id, created_at: now });
    return { id, added: true };
  },
});
