import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { accountReasons } from '../schema/account-reasons';
import type { FactorKind } from '../schema/factors';
import type { sessions } from '../schema/sessions';
import type { users } from '../schema/users';

type Session = typeof sessions.$inferSelect;
type User = typeof users.$inferSelect;

export type OthersSessionRow = Pick<
  Session,
  'id' | 'kind' | 'ip_address' | 'created_at' | 'last_activity_at'
> & { device: string | null };

/** Where somebody is signed in, as an admin may see it. */
export function listSessionsOf(tx: Tx, userId: Id<'users'>): Promise<OthersSessionRow[]> {
  return tx<OthersSessionRow[]>`select * from app.sessions_of(${userId})`;
}

export interface OthersFactorRow {
  id: Id<'factors'>;
  kind: FactorKind;
  confirmed_at: Temporal.Instant;
}

/** With what somebody signs in, by kind. */
export function listFactorsOf(tx: Tx, userId: Id<'users'>): Promise<OthersFactorRow[]> {
  return tx<OthersFactorRow[]>`select * from app.factors_of(${userId})`;
}

export async function findLastSignInOf(tx: Tx, userId: Id<'users'>): Promise<Temporal.Instant | null> {
  const [row] = await tx<{ at: Temporal.Instant | null }[]>`select app.last_sign_in_of(${userId}) as at`;
  return row?.at ?? null;
}

/** How many visits stand with them, for an admin. */
export async function countComingVisitsOf(tx: Tx, userId: Id<'users'>): Promise<number> {
  const [row] = await tx<{ visits: number }[]>`select app.coming_visits_of(${userId}) as visits`;
  return row?.visits ?? 0;
}

export type SessionEnd = 'ended_by_admin' | 'recovery';

/** Ends one session of somebody, or all. Returns how many there were. */
export async function endSessionsOf(
  tx: Tx,
  userId: Id<'users'>,
  sessionId: Id<'sessions'> | null,
  reason: SessionEnd,
): Promise<number> {
  const [row] = await tx<{ ended: number }[]>`
    select app.end_sessions_of(${userId}, ${sessionId}, ${reason}) as ended`;
  return row?.ended ?? 0;
}

/** Shuts an account or opens it again. False for the actor's own and for the last admin's. */
export async function setUserDisabled(tx: Tx, userId: Id<'users'>, disabled: boolean): Promise<boolean> {
  const [row] = await tx<{ done: boolean | null }[]>`
    select app.set_user_disabled(${userId}, ${disabled}) as done`;
  return row?.done ?? false;
}

/** Takes an account away that nobody has opened. False for any other. */
export async function markInvitationWithdrawn(tx: Tx, userId: Id<'users'>): Promise<boolean> {
  const [row] = await tx<{ done: boolean }[]>`select app.withdraw_invitation(${userId}) as done`;
  return row?.done ?? false;
}

export type AddresseeRow = Pick<User, 'id' | 'email' | 'locale'>;

export async function findAddressee(tx: Tx, userId: Id<'users'>): Promise<AddresseeRow | null> {
  const [row] = await tx<AddresseeRow[]>`select id, email, locale from users where id = ${userId}`;
  return row ?? null;
}

/** The admins who could decide: all but the one who asks and the one whom it is about. */
export function listDeciders(tx: Tx, but: readonly Id<'users'>[]): Promise<AddresseeRow[]> {
  return tx<AddresseeRow[]>`
    select id, email, locale from users
     where role = 'admin' and is_verified and disabled_at is null and deleted_at is null and id not in ${tx([...but])}
     order by id`;
}

export function insertAccountReason(tx: Tx, row: typeof accountReasons.$inferInsert): Statement {
  return insertRow(tx, accountReasons, row);
}

export type ReasonRow = Pick<typeof accountReasons.$inferSelect, 'id' | 'text'>;

/** Why an admin has last shut an account or opened it. */
export async function findNewestReason(tx: Tx, userId: Id<'users'>): Promise<ReasonRow | null> {
  const [row] = await tx<ReasonRow[]>`
    select id, text from account_reasons where user_id = ${userId} order by created_at desc, id desc limit 1`;
  return row ?? null;
}
