import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { factors } from '../schema/factors';
import { answersNow } from './answering';

type Factor = typeof factors.$inferSelect;

/** An authenticator app: of this kind the secret is never missing (`factors_material`). */
export type FactorRow = Pick<Factor, 'id' | 'session_id' | 'last_step' | 'confirmed_at' | 'created_at'> & {
  secret: NonNullable<Factor['secret']>;
};

/** The factor that counts, held until the end of the transaction. The actor is its owner. */
export async function lockConfirmedFactor(tx: Tx): Promise<FactorRow | null> {
  const [row] = await tx<FactorRow[]>`
    select id, secret, session_id, last_step, confirmed_at, created_at from factors
     where user_id = app.user_id() and kind = 'totp' and confirmed_at is not null and revoked_at is null
     order by confirmed_at desc limit 1 for update`;
  return row ?? null;
}

/** The factor that was set up last, confirmed or not. */
export async function findNewestFactor(tx: Tx): Promise<FactorRow | null> {
  const [row] = await tx<FactorRow[]>`
    select id, secret, session_id, last_step, confirmed_at, created_at from factors
     where user_id = app.user_id() and kind = 'totp' and revoked_at is null
     order by created_at desc, id desc limit 1`;
  return row ?? null;
}

/** The same, held until the end of the transaction. */
export async function lockNewestFactor(tx: Tx): Promise<FactorRow | null> {
  const [row] = await tx<FactorRow[]>`
    select id, secret, session_id, last_step, confirmed_at, created_at from factors
     where user_id = app.user_id() and kind = 'totp' and revoked_at is null
     order by created_at desc, id desc limit 1 for update`;
  return row ?? null;
}

type FactorListRow = Pick<
  Factor,
  'id' | 'kind' | 'name' | 'verifies_user' | 'backed_up' | 'flagged_at' | 'last_used_at' | 'created_at'
> & {
  confirmed_at: NonNullable<Factor['confirmed_at']>;
};

export function listConfirmedFactors(tx: Tx): Promise<FactorListRow[]> {
  return tx<FactorListRow[]>`
    select id, kind, name, verifies_user, backed_up, flagged_at, last_used_at, created_at, confirmed_at from factors
     where user_id = app.user_id() and confirmed_at is not null and revoked_at is null
     order by confirmed_at`;
}

/** One of the actor's that counts, of whichever kind. */
export async function findOwnFactor(tx: Tx, id: string): Promise<Pick<Factor, 'id' | 'kind'> | null> {
  const [row] = await tx<Pick<Factor, 'id' | 'kind'>[]>`
    select id, kind from factors
     where id = ${id} and user_id = app.user_id() and confirmed_at is not null and revoked_at is null`;
  return row ?? null;
}

/** All that count, held until the end of the transaction. */
export function lockOwnFactors(tx: Tx): Promise<Pick<Factor, 'id' | 'kind'>[]> {
  return tx<Pick<Factor, 'id' | 'kind'>[]>`
    select id, kind from factors
     where user_id = app.user_id() and confirmed_at is not null and revoked_at is null
     order by id for update`;
}

export async function markFactorNamed(
  tx: Tx,
  id: Id<'factors'>,
  name: NonNullable<Factor['name']>,
): Promise<void> {
  await tx`update factors set name = ${name} where id = ${id}`;
}

export async function markFactorRevoked(tx: Tx, id: Id<'factors'>): Promise<void> {
  await tx`update factors set revoked_at = app.now() where id = ${id} and revoked_at is null`;
}

/** Uses a time step up. False: it, or a later one, was used before (RFC 6238, 5.2). */
export async function markStepUsed(tx: Tx, id: Id<'factors'>, step: number): Promise<boolean> {
  const { count } = await tx`
    update factors set last_step = ${step} where id = ${id} and (last_step is null or last_step < ${step})`;
  return count === 1;
}

/** A factor that counts for nothing yet, or no longer, begins anew with this secret, in this session. */
export async function markFactorRenewed(
  tx: Tx,
  factor: Pick<FactorRow, 'id' | 'secret' | 'session_id'>,
): Promise<void> {
  await tx`
    update factors set secret = ${factor.secret}, session_id = ${factor.session_id}, last_step = null,
                       created_at = app.now()
     where id = ${factor.id} and confirmed_at is null`;
}

/** The factor counts from now on, alone: what stood before it counts no longer. */
export async function markFactorConfirmed(tx: Tx, id: Id<'factors'>, step: number): Promise<void> {
  await tx`
    update factors set confirmed_at = null
     where user_id = app.user_id() and kind = 'totp' and id <> ${id} and confirmed_at is not null`;
  await tx`update factors set confirmed_at = app.now(), last_step = ${step} where id = ${id}`;
}

export function insertFactor(tx: Tx, row: typeof factors.$inferInsert): Statement {
  return insertRow(tx, factors, row);
}

/** How the actor can answer for a second factor now. */
export async function listAnsweringMethods(tx: Tx): Promise<(Factor['kind'] | 'recovery_code')[]> {
  const rows = await tx<{ kind: Factor['kind'] | 'recovery_code' }[]>`
    select distinct f.kind from factors f join users u on u.id = f.user_id
     where f.user_id = app.user_id() and f.confirmed_at is not null and f.revoked_at is null and ${answersNow(tx)}
    union all
    select 'recovery_code' where exists (
      select 1 from recovery_codes where user_id = app.user_id() and used_at is null and replaced_at is null)`;
  return rows.map(({ kind }) => kind);
}
