import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import type { factors } from '../schema/factors';
import { answersFrom, answersNow } from './answering';

type Factor = typeof factors.$inferSelect;

/** A factor of kind `sms`: the number is never missing (`factors_material`). */
export type PhoneRow = Pick<Factor, 'id' | 'created_at'> & { secret: NonNullable<Factor['secret']> };

type OwnPhoneRow = PhoneRow &
  Pick<Factor, 'name'> & { confirmed_at: Temporal.Instant; answers_from: Temporal.Instant };

/** The number that counts, though it may have to wait. */
export async function findOwnPhone(tx: Tx): Promise<OwnPhoneRow | null> {
  const [row] = await tx<OwnPhoneRow[]>`
    select f.id, f.name, f.secret, f.created_at, f.confirmed_at, ${answersFrom(tx)} as answers_from from factors f
     where f.user_id = app.user_id() and f.kind = 'sms' and f.confirmed_at is not null and f.revoked_at is null
     order by f.confirmed_at desc limit 1`;
  return row ?? null;
}

/** The number to which a code of the actor can go now. */
export async function findAnsweringPhone(tx: Tx): Promise<PhoneRow | null> {
  const [row] = await tx<PhoneRow[]>`
    select f.id, f.secret, f.created_at from factors f join users u on u.id = f.user_id
     where f.user_id = app.user_id() and f.kind = 'sms' and f.confirmed_at is not null and f.revoked_at is null
       and ${answersNow(tx)}
     order by f.confirmed_at desc limit 1`;
  return row ?? null;
}

/** The number that this session sets up, while it waits for its first code. */
export async function findPendingPhone(tx: Tx, sessionId: Id<'sessions'>): Promise<PhoneRow | null> {
  const [row] = await tx<PhoneRow[]>`
    select id, secret, created_at from factors
     where user_id = app.user_id() and kind = 'sms' and session_id = ${sessionId}
       and confirmed_at is null and revoked_at is null
     order by created_at desc, id desc limit 1`;
  return row ?? null;
}

/** What was begun and never confirmed ends, in whichever session: one number at a time waits for its code. */
export async function markPendingPhonesRevoked(tx: Tx): Promise<void> {
  await tx`
    update factors set revoked_at = app.now()
     where user_id = app.user_id() and kind = 'sms' and confirmed_at is null and revoked_at is null`;
}

/** The number counts from now on, alone. Returns whether it took the place of another. */
export async function markPhoneConfirmed(tx: Tx, id: Id<'factors'>): Promise<boolean> {
  const { count } = await tx`
    update factors set revoked_at = app.now()
     where user_id = app.user_id() and kind = 'sms' and id <> ${id} and confirmed_at is not null and revoked_at is null`;
  await tx`update factors set confirmed_at = app.now() where id = ${id}`;
  return count > 0;
}

export async function markPhoneUsed(tx: Tx, id: Id<'factors'>): Promise<void> {
  await tx`update factors set last_used_at = app.now() where id = ${id}`;
}

/** The number of somebody whose account is being recovered, for a notice of that. */
export async function findPhoneOf(tx: Tx, userId: Id<'users'>): Promise<Omit<PhoneRow, 'created_at'> | null> {
  const [row] = await tx<Omit<PhoneRow, 'created_at'>[]>`select id, secret from app.phone_of(${userId})`;
  return row ?? null;
}
