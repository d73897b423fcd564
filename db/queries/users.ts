import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import type { users } from '../schema/users';

type User = typeof users.$inferSelect;
type OwnUser = Pick<User, 'id' | 'email' | 'role' | 'locale' | 'profile_version'>;

/**
 * The actor's own account, held until the end of the transaction, so that changes to what hangs on it stand in line.
 * Not against new rows that refer to it: a refresh holds its session and adds a token, an eviction the other way round.
 */
export async function lockOwnUser(tx: Tx): Promise<OwnUser | null> {
  const [row] = await tx<OwnUser[]>`
    select id, email, role, locale, profile_version from users where id = app.user_id() for no key update`;
  return row ?? null;
}

/** Where the actor gets mail. */
export async function findOwnAddress(tx: Tx): Promise<Pick<User, 'id' | 'email' | 'locale'> | null> {
  const [row] = await tx<Pick<User, 'id' | 'email' | 'locale'>[]>`
    select id, email, locale from users where id = app.user_id()`;
  return row ?? null;
}

export interface OwnSignInRow {
  id: Id<'users'>;
  role: User['role'];
  may_sign_in: boolean;
}

/** The actor's account as a sign-in sees it. */
export async function findOwnSignIn(tx: Tx): Promise<OwnSignInRow | null> {
  const [row] = await tx<OwnSignInRow[]>`
    select id, role, is_verified and disabled_at is null and deleted_at is null as may_sign_in
      from users where id = app.user_id()`;
  return row ?? null;
}

export async function markPasswordHash(tx: Tx, id: Id<'users'>, passwordHash: string): Promise<void> {
  await tx`update users set password_hash = ${passwordHash} where id = ${id}`;
}

/** What the breach check says of the password that stands. */
export async function markPasswordState(
  tx: Tx,
  id: Id<'users'>,
  state: User['password_state'],
): Promise<void> {
  await tx`update users set password_state = ${state} where id = ${id}`;
}

/** The actor has a new password. */
export async function markPasswordChanged(
  tx: Tx,
  id: Id<'users'>,
  { hash, state }: { hash: string; state: User['password_state'] },
): Promise<void> {
  await tx`
    update users set password_hash = ${hash}, password_state = ${state}, password_changed_at = app.now(),
                     updated_at = app.now()
     where id = ${id}`;
}

/** The index of the actor's own address: by it alone the sign-in functions tell of a password. */
export async function findOwnEmailIndex(tx: Tx): Promise<Uint8Array | null> {
  const [row] = await tx<Pick<User, 'email_index'>[]>`
    select email_index from users where id = app.user_id() and deleted_at is null`;
  return row?.email_index ?? null;
}

type NewUser = Pick<
  User,
  'id' | 'email' | 'email_index' | 'password_hash' | 'role' | 'is_verified' | 'locale'
> & {
  password_state?: User['password_state'];
  now: Temporal.Instant;
};

/** False where the address has a live account: of two at once the index lets one in. */
export async function insertUser(tx: Tx, user: NewUser): Promise<boolean> {
  const passwordChangedAt = user.password_hash === null ? null : user.now;
  const passwordState = user.password_state ?? 'checked';
  const { count } = await tx`
    insert into users (id, email, email_index, password_hash, password_state, role, is_verified, locale,
                       password_changed_at, created_at, updated_at)
    values (${user.id}, ${user.email}, ${user.email_index}, ${user.password_hash}, ${passwordState}, ${user.role},
            ${user.is_verified}, ${user.locale}, ${passwordChangedAt}, ${user.now}, ${user.now})
    on conflict (email_index) where deleted_at is null do nothing`;
  return count === 1;
}

/** The actor's account gets its first password. False where it has one, or was closed. */
export async function markInvitationAccepted(
  tx: Tx,
  id: Id<'users'>,
  { hash, state }: { hash: string; state: User['password_state'] },
): Promise<boolean> {
  const { count } = await tx`
    update users set password_hash = ${hash}, password_state = ${state}, is_verified = true,
                     password_changed_at = app.now(), updated_at = app.now()
     where id = ${id} and not is_verified and disabled_at is null and deleted_at is null`;
  return count === 1;
}

/** The owner has changed their account; `locale` where they chose a language, null where they take the choice back. */
export async function markAccountChanged(
  tx: Tx,
  id: Id<'users'>,
  locale: string | null | undefined,
): Promise<void> {
  await tx`
    update users set updated_at = app.now(), profile_version = profile_version + 1,
                     locale = case when ${locale !== undefined} then ${locale ?? null}::text else locale end
     where id = ${id}`;
}

type Email = Pick<User, 'email' | 'email_index'>;

/** The actor's account answers to another address. False where a live account has it. */
export async function markOwnEmail(tx: Tx, { email, email_index }: Email): Promise<boolean> {
  const [row] = await tx<{ changed: boolean }[]>`
    select app.change_own_email(${email}, ${email_index}) as changed`;
  return row?.changed ?? false;
}

/** Closes the actor's account and every session. False for the last admin. */
export async function markOwnAccountDeleted(tx: Tx): Promise<boolean> {
  const [row] = await tx<{ deleted: boolean }[]>`select app.delete_own_account() as deleted`;
  return row?.deleted ?? false;
}

/** Opens it again within so many days. False where it is too late, or another account has the address. */
export async function markOwnDeletionUndone(tx: Tx, days: number): Promise<boolean> {
  const [row] = await tx<{ undone: boolean }[]>`select app.undo_own_deletion(${days}) as undone`;
  return row?.undone ?? false;
}
