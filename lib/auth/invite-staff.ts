import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { insertUser } from '#db/queries/users';
import { blindIndex } from '#lib/crypto/blind-index';
import { seal } from '#lib/crypto/seal';
import { type Id, newId } from '#lib/platform/ids';
import { addProfile } from './new-account';
import { doctorWish, preparePractitioner, type ToldOfDoctor } from './prepare-practitioner';

interface Invited extends ToldOfDoctor {
  readonly email: string;
  readonly role: 'doctor' | 'admin';
  readonly first_name?: string | undefined;
  readonly last_name?: string | undefined;
}

/**
 * An account that nobody can sign in to yet. Who is to be an admin begins as nothing more than a patient without a
 * chart: the role comes with the approval. Null for an address that has an account.
 */
export async function addInvitedStaff(
  tx: Tx,
  { email, role, ...told }: Invited,
  now: Temporal.Instant,
): Promise<Id<'users'> | null> {
  const id = newId('users');
  const added = await insertUser(tx, {
    ...{ id, now },
    email: seal('users.email', id, email),
    email_index: blindIndex('email', email),
    password_hash: null,
    role: role === 'doctor' ? 'doctor' : 'patient',
    is_verified: false,
    locale: null,
  });
  if (!added) return null;
  const names = { firstName: told.first_name ?? null, lastName: told.last_name ?? null };
  await addProfile(tx, id, names, now);
  if (role === 'doctor') await preparePractitioner(tx, id, await doctorWish(tx, told), now);
  return id;
}
