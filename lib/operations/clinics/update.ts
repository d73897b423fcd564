import { z } from 'zod';
import { lockClinic, markClinicChanged } from '#db/queries/clinics';
import { freeText } from '#lib/domain/free-text';
import { httpsAddress } from '#lib/domain/https-address';
import { phoneNumber } from '#lib/domain/person';
import { shortName } from '#lib/domain/short-name';
import { wholeNumber } from '#lib/domain/whole-number';
import { clinicId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { expectedVersion, requireVersion } from '../kernel/expected-version';
import { exampleSite } from './site-view';

/** What a site tells of itself, as a whole: what is left out is not told. */
export const updateClinic = defineOperation({
  name: 'clinics.update',
  kind: 'command',
  rest: 'PUT /clinics/{id}',
  successStatus: 204,
  summary: 'Change the details of a site',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject({
    id: clinicId,
    name: shortName,
    address: freeText(300).nullable().default(null),
    phone: phoneNumber.nullable().default(null),
    /** Of the provider that the clinic has chosen; without one no visit takes place by video. */
    video_url: httpsAddress.nullable().default(null),
    /** Thirty days at most. */
    change_notice_minutes: wholeNumber(0, 43_200),
    expected_version: expectedVersion,
  }),
  output: z.void(),
  errors: ['not_found', 'stale_version'],
  audit: { event: 'UPDATE_CLINIC', resource: 'clinic', details: ['id', 'change_notice_minutes'] },
  example: {
    input: {
      id: exampleSite.id,
      name: exampleSite.name,
      address: exampleSite.address,
      phone: exampleSite.phone,
      video_url: exampleSite.video_url,
      change_notice_minutes: 0,
    },
    output: undefined,
  },

  subject: async ({ tx, input }) => {
    const row = await lockClinic(tx, input.id);
    return row && { type: 'clinic', row };
  },

  async handle({ tx, input: { id: _, expected_version, ...told }, subject: { row } }) {
    requireVersion(row.version, expected_version);
    await markClinicChanged(tx, row, told);
  },
});
