import { z } from 'zod';
import { findChartOfAccount, listAssigned } from '#db/queries/care-grants';
import { listDoctors } from '#db/queries/practitioners';
import { open } from '#lib/crypto/seal';
import { userId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { accountSubject } from '../people/account-subject';

/** The doctors assigned to the person behind an account: not whom they have seen, which is theirs to know. */
export const listAssignedDoctors = defineOperation({
  name: 'care-relationships.list-assigned',
  kind: 'query',
  rest: 'GET /admin/users/{id}/doctors',
  summary: 'Doctors assigned to a patient',
  permission: 'admin:users',
  stepUp: 'none',
  input: z.strictObject({ id: userId }),
  output: z.strictObject({
    /** False: there is no chart to assign anybody to. */
    has_chart: z.boolean(),
    /** Who can be assigned. */
    doctors: z.array(z.strictObject({ id: z.uuid(), display_name: z.string(), speciality: z.string() })),
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        doctor_id: z.uuid(),
        doctor_name: z.string(),
        valid_from: z.iso.datetime(),
        valid_until: z.iso.datetime().nullable(),
      }),
    ),
  }),
  errors: ['not_found'],
  audit: { event: 'LIST_ASSIGNED_DOCTORS', resource: 'user', details: ['id'] },
  example: {
    input: { id: '01920000-0000-7000-8000-000000000001' },
    output: {
      has_chart: true,
      doctors: [
        {
          id: '01920000-0000-7000-8000-000000000004',
          display_name: 'Dr Amara Okafor',
          speciality: 'General practice',
        },
      ],
      items: [
        {
          id: '01920000-0000-7000-8000-000000000053',
          doctor_id: '01920000-0000-7000-8000-000000000004',
          doctor_name: 'Dr Amara Okafor',
          valid_from: '2026-01-05T09:00:00Z',
          valid_until: null,
        },
      ],
    },
  },
  subject: accountSubject,

  async handle({ tx, subject }) {
    const chart = await findChartOfAccount(tx, subject.user_id);
    const [rows, doctors] = chart ? await Promise.all([listAssigned(tx, chart), listDoctors(tx)]) : [[], []];
    const items = rows.flatMap(({ id, practitioner_id, doctor_name, valid_from, valid_until }) =>
      practitioner_id && doctor_name
        ? {
            id,
            doctor_id: practitioner_id,
            doctor_name: open('practitioners.display_name', practitioner_id, doctor_name),
            valid_from: valid_from.toString(),
            valid_until: valid_until?.toString() ?? null,
          }
        : [],
    );
    return {
      has_chart: chart !== null,
      doctors: doctors.map(({ id, display_name, speciality }) => ({
        id,
        display_name: open('practitioners.display_name', id, display_name),
        speciality,
      })),
      items,
    };
  },
});
