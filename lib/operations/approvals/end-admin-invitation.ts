import type { Tx } from '#db/client';
import { markInvitationWithdrawn } from '#db/queries/administered-accounts';
import { findPerson } from '#db/queries/people';
import type { Id } from '#lib/platform/ids';

interface Ended {
  readonly kind: 'recovery' | 'grant_role';
  readonly user_id: Id<'users'>;
}

/**
 * Whoever was to be invited as an admin, and is not: nobody has heard of their account, so it goes. A doctor's
 * invitation, and an account that somebody uses, stay as they are.
 */
export async function endAdminInvitation(tx: Tx, { kind, user_id: userId }: Ended): Promise<void> {
  const person = kind === 'grant_role' ? await findPerson(tx, userId) : null;
  if (person?.role === 'patient' && !person.is_verified) await markInvitationWithdrawn(tx, userId);
}
