import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import type { factors } from '../schema/factors';

type Factor = typeof factors.$inferSelect;

/** A factor of kind `webauthn`: its key is never missing (`factors_material`). */
export interface PasskeyRow {
  id: Id<'factors'>;
  credential_id: Uint8Array;
  public_key: Uint8Array;
  sign_count: number;
  transports: string[] | null;
}

interface CredentialOwnerRow {
  id: Id<'factors'>;
  user_id: Id<'users'>;
}

/** Whose live credential that is, whoever asks. */
export async function findCredentialOwner(
  tx: Tx,
  credentialId: Uint8Array,
): Promise<CredentialOwnerRow | null> {
  const [row] = await tx<CredentialOwnerRow[]>`select * from app.find_credential(${credentialId})`;
  return row ?? null;
}

/** The actor's own, held until the end of the transaction: uses at once see one another's counter. */
export async function lockPasskey(tx: Tx, id: Id<'factors'>): Promise<PasskeyRow | null> {
  const [row] = await tx<PasskeyRow[]>`
    select id, credential_id, public_key, sign_count::int8::float8 as sign_count, transports from factors
     where id = ${id} and user_id = app.user_id() and kind = 'webauthn'
       and confirmed_at is not null and revoked_at is null
       for update`;
  return row ?? null;
}

/** Those that the actor can answer with. */
export function listPasskeys(tx: Tx): Promise<Pick<PasskeyRow, 'credential_id' | 'transports'>[]> {
  return tx<Pick<PasskeyRow, 'credential_id' | 'transports'>[]>`
    select credential_id, transports from factors
     where user_id = app.user_id() and kind = 'webauthn' and confirmed_at is not null and revoked_at is null
     order by created_at`;
}

type NewPasskey = Pick<
  Factor,
  | 'id'
  | 'user_id'
  | 'name'
  | 'credential_id'
  | 'public_key'
  | 'sign_count'
  | 'transports'
  | 'aaguid'
  | 'verifies_user'
  | 'backup_eligible'
  | 'backed_up'
> & { now: Temporal.Instant };

/** False where the credential is known already, on this account or on another (WebAuthn Level 3, 7.1, step 26). */
export async function insertPasskey(tx: Tx, key: NewPasskey): Promise<boolean> {
  const { count } = await tx`
    insert into factors (id, user_id, kind, name, credential_id, public_key, sign_count, transports, aaguid,
                         verifies_user, backup_eligible, backed_up, confirmed_at, created_at)
    values (${key.id}, ${key.user_id}, 'webauthn', ${key.name}, ${key.credential_id}, ${key.public_key},
            ${key.sign_count}, ${key.transports}, ${key.aaguid}, ${key.verifies_user}, ${key.backup_eligible},
            ${key.backed_up}, ${key.now}, ${key.now})
    on conflict do nothing`;
  return count === 1;
}

interface PasskeyUse {
  signCount: number;
  backedUp: boolean;
  userVerified: boolean;
}

/** What has once verified its user can (WebAuthn Level 3, 7.2, step 27: `uvInitialized`). */
export async function markPasskeyUsed(tx: Tx, id: Id<'factors'>, use: PasskeyUse): Promise<void> {
  await tx`
    update factors set sign_count = ${use.signCount}, backed_up = ${use.backedUp}, last_used_at = app.now(),
                       verifies_user = verifies_user or ${use.userVerified}
     where id = ${id}`;
}

/** Its counter went backwards: somebody may hold a copy. */
export async function markPasskeyFlagged(tx: Tx, id: Id<'factors'>): Promise<void> {
  await tx`update factors set flagged_at = coalesce(flagged_at, app.now()) where id = ${id}`;
}
