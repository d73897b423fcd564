import { z } from 'zod';

const text = z.string().nullable();

/** An account as its owner sees it. */
export const ownProfile = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  role: z.enum(['patient', 'doctor', 'admin']),
  is_verified: z.boolean(),
  /** The language of pages and mails; null follows the browser. */
  locale: text,
  /** Of the profile: sent back as `If-Match` it keeps one change from undoing another. */
  version: z.int(),
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

export const exampleProfile = {
  id: '01920000-0000-7000-8000-000000000001',
  email: 'elsa.vargas@example.org',
  role: 'patient',
  is_verified: true,
  locale: 'en',
  version: 1,
  patient_id: '01920000-0000-7000-8000-000000000002',
  first_name: 'Elsa',
  last_name: 'Vargas',
  phone_number: '+15550100',
  date_of_birth: '1980-05-17',
  address: null,
  profile_picture_url: null,
  created_at: '2026-01-05T09:00:00Z',
  updated_at: '2026-01-05T09:00:00Z',
} as const;
