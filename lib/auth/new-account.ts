import type { Temporal } from 'temporal-polyfill';
import { become, type Tx } from '#db/client';
import { findOnlyClinic } from '#db/queries/clinics';
import { insertPassword } from '#db/queries/password-history';
import { insertPatient, insertPatientKey } from '#db/queries/patients';
import { insertProfile } from '#db/queries/user-profiles';
import { insertUser } from '#db/queries/users';
import { createPatientKey } from '#lib/crypto/patient-key';
import { seal } from '#lib/crypto/seal';
import { type Id, newId } from '#lib/platform/ids';

interface NewAccount {
  readonly email: string;
  readonly emailIndex: Uint8Array;
  readonly passwordHash: string;
  readonly passwordState: 'checked' | 'unchecked';
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly locale: string | null;
}

/**
 * A verified patient's account with its chart, owner acting from here on. The chart's identity is copied once, from
 * what was told at sign-up. Null where the address has an account already.
 */
export async function createPatientAccount(
  tx: Tx,
  account: NewAccount,
  now: Temporal.Instant,
): Promise<Id<'users'> | null> {
  const id = newId('users');
  await become(tx, id);
  const added = await insertUser(tx, {
    id,
    email: seal('users.email', id, account.email),
    email_index: account.emailIndex,
    password_hash: account.passwordHash,
    password_state: account.passwordState,
    role: 'patient',
    is_verified: true,
    locale: account.locale,
    now,
  });
  if (!added) return null;
  await addPassword(tx, id, account.passwordHash, now);
  await addProfile(tx, id, account, now);
  await addChart(tx, id, account, now);
  return id;
}

/** What a password was is kept as its hash, so that it is not taken again. */
export async function addPassword(
  tx: Tx,
  userId: Id<'users'>,
  hashed: string,
  now: Temporal.Instant,
): Promise<void> {
  const row = { id: newId('password_history'), user_id: userId, hashed_password: hashed, created_at: now };
  await insertPassword(tx, row);
}

type Names = Pick<NewAccount, 'firstName' | 'lastName'>;

/** What a person has told so far. Names only: the rest is theirs to add. */
export async function addProfile(
  tx: Tx,
  userId: Id<'users'>,
  { firstName, lastName }: Names,
  now: Temporal.Instant,
): Promise<void> {
  await insertProfile(tx, {
    user_id: userId,
    first_name: firstName === null ? null : seal('user_profiles.first_name', userId, firstName),
    last_name: lastName === null ? null : seal('user_profiles.last_name', userId, lastName),
    created_at: now,
    updated_at: now,
  });
}

async function addChart(
  tx: Tx,
  userId: Id<'users'>,
  { firstName, lastName }: Names,
  now: Temporal.Instant,
): Promise<void> {
  const [id, keyId] = [newId('patients'), newId('patient_keys')];
  const { key, wrapped } = createPatientKey(keyId);
  const legalName = [firstName, lastName].filter((name) => name !== null).join(' ');
  await insertPatient(tx, {
    id,
    user_id: userId,
    clinic_id: await findOnlyClinic(tx),
    legal_name: seal('patients.legal_name', id, legalName, key),
    created_at: now,
    updated_at: now,
  });
  await insertPatientKey(tx, {
    id: keyId,
    patient_id: id,
    version: key.version,
    wrapped_key: wrapped,
    created_at: now,
  });
}
