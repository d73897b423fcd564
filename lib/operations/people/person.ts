import { z } from 'zod';
import type { PersonRow } from '#db/queries/people';
import { open } from '#lib/crypto/seal';
import { roles } from '#lib/policy/roles';

export const accountStates = ['active', 'invited', 'disabled', 'deleted'] as const;

/** An account as administration sees it: who it is and what it may, nothing clinical. */
export const person = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  role: z.enum(roles),
  is_verified: z.boolean(),
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  created_at: z.iso.datetime(),
  disabled: z.boolean(),
  state: z.enum(accountStates),
});

export function openPerson({ id, role, is_verified, ...row }: PersonRow): z.output<typeof person> {
  return {
    id,
    email: open('users.email', id, row.email),
    role,
    is_verified,
    first_name: row.first_name && open('user_profiles.first_name', id, row.first_name),
    last_name: row.last_name && open('user_profiles.last_name', id, row.last_name),
    created_at: row.created_at.toString(),
    disabled: row.disabled_at !== null,
    state: row.state,
  };
}

export const examplePerson = {
  id: '01920000-0000-7000-8000-000000000001',
  email: 'elsa.vargas@example.org',
  role: 'patient',
  is_verified: true,
  first_name: 'Elsa',
  last_name: 'Vargas',
  created_at: '2026-01-05T09:00:00Z',
  disabled: false,
  state: 'active',
} as const;
