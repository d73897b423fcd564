import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { findOnlyClinic } from '#db/queries/clinics';
import { insertPractitioner } from '#db/queries/practitioners';
import { insertUser } from '#db/queries/users';
import { blindIndex } from '#lib/crypto/blind-index';
import { seal } from '#lib/crypto/seal';
import { invalidField } from '#lib/errors/operation-error';
import { type Id, newId } from '#lib/platform/ids';
import { addProfile } from './new-account';

interface Invited {
  readonly email: string;
  readonly role: 'doctor' | 'admin';
  readonly first_name?: string | undefined;
  readonly last_name?: string | undefined;
  readonly display_name?: string | undefined;
  readonly speciality?: string | undefined;
  readonly clinic_id?: Id<'clinics'> | undefined;
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
  if (role === 'doctor') await addPractitioner(tx, id, told, now);
  return id;
}

async function addPractitioner(
  tx: Tx,
  userId: Id<'users'>,
  { display_name = '', speciality = '', ...told }: Omit<Invited, 'email' | 'role'>,
  now: Temporal.Instant,
): Promise<void> {
  const [id, clinicId] = [newId('practitioners'), told.clinic_id ?? (await findOnlyClinic(tx))];
  if (!clinicId) throw invalidField('clinic_id', 'required', 'Name the site where they work');
  const name = seal('practitioners.display_name', id, display_name);
  const row = { id, user_id: userId, clinic_id: clinicId, display_name: name, speciality };
  await insertPractitioner(tx, { ...row, created_at: now });
}
