import { z } from 'zod';
import { findOwnAccount } from '#db/queries/own-account';
import { defineOperation } from '../define';
import { openAccount } from './open-account';

const text = z.string().nullable();

export const ownProfile = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  role: z.enum(['patient', 'doctor', 'admin']),
  is_verified: z.boolean(),
  patient_id: z.uuid().optional(),
  practitioner_id: z.uuid().optional(),
  first_name: text,
  last_name: text,
  phone_number: text,
  date_of_birth: z.iso.date().nullable(),
  address: text,
  profile_picture_url: text,
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});

/** The account behind the session, and what its owner tells about themself. */
export const getMe = defineOperation({
  name: 'users.get-me',
  kind: 'query',
  rest: 'GET /users/me',
  summary: 'Your own account and profile',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: ownProfile,
  errors: [],
  audit: { event: 'VIEW_PROFILE', resource: 'user' },
  example: {
    input: {},
    output: {
      id: '01920000-0000-7000-8000-000000000001',
      email: 'elsa.vargas@example.org',
      role: 'patient',
      is_verified: true,
      patient_id: '01920000-0000-7000-8000-000000000002',
      first_name: 'Elsa',
      last_name: 'Vargas',
      phone_number: '+15550100',
      date_of_birth: '1980-05-17',
      address: null,
      profile_picture_url: null,
      created_at: '2026-01-05T09:00:00Z',
      updated_at: '2026-01-05T09:00:00Z',
    },
  },

  subject: async ({ tx }) => {
    const row = await findOwnAccount(tx);
    return row && { type: 'account', user_id: row.id, row };
  },

  handle({ actor, subject }) {
    const { patient_id, practitioner_id } = actor;
    return {
      ...openAccount(subject.row),
      ...(patient_id && { patient_id }),
      ...(practitioner_id && { practitioner_id }),
    };
  },
});
