import { z } from 'zod';
import type { CarerInvitationRow } from '#db/queries/carer-invitations';
import { open } from '#lib/crypto/seal';
import { carerScopes } from '#lib/domain/care';

export const carerInvitationView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  scope: z.enum(carerScopes),
  /** Until when the grant itself will hold; null: until somebody ends it. */
  valid_until: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
});

export type CarerInvitationView = z.output<typeof carerInvitationView>;

export const namesOf = ({ id, name, email }: Pick<CarerInvitationRow, 'id' | 'name' | 'email'>) => ({
  name: open('carer_invitations.name', id, name),
  email: open('carer_invitations.email', id, email),
});

export const viewInvitation = (row: CarerInvitationRow): CarerInvitationView => ({
  id: row.id,
  ...namesOf(row),
  scope: row.scope,
  valid_until: row.valid_until?.toString() ?? null,
  created_at: row.created_at.toString(),
  expires_at: row.expires_at.toString(),
});
