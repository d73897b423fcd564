import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import type { approvals } from '../schema/approvals';
import { markTicketsVoid } from './single-use-tickets';

type Row = typeof approvals.$inferSelect;

const open = (tx: Tx) =>
  tx`from approvals where user_id = app.user_id() and kind = 'recovery' and status in ('requested', 'approved')`;

/** The recovery of the actor's own account that somebody has asked for. */
export async function findOwnRecovery(tx: Tx): Promise<Row | null> {
  const [row] = await tx<Row[]>`select * ${open(tx)}`.execute();
  return row ?? null;
}

/** The same, held until the end of the transaction. */
export async function lockOwnRecovery(tx: Tx): Promise<Row | null> {
  const [row] = await tx<Row[]>`select * ${open(tx)} for update`;
  return row ?? null;
}

/** The account's owner says no, before or after two admins have agreed. */
export async function markApprovalObjected(tx: Tx, { id, decided_at }: Row): Promise<void> {
  await tx`
    update approvals set status = 'refused', decided_at = coalesce(${decided_at}::timestamptz, app.now())
     where id = ${id}`;
}

/** What finds the sign-in of the actor's own account. */
export async function findOwnEmailIndex(tx: Tx): Promise<Uint8Array | null> {
  const [row] = await tx<{ email_index: Uint8Array }[]>`
    select email_index from users where id = app.user_id()`;
  return row?.email_index ?? null;
}

/** Whatever answered for the actor before counts no longer: factors, codes on paper, trusted browsers, sessions, wishes. */
export async function markProofsRevoked(tx: Tx, id: Id<'users'>): Promise<void> {
  await tx`update factors set revoked_at = app.now() where user_id = ${id} and revoked_at is null`;
  await tx`update recovery_codes set replaced_at = app.now() where user_id = ${id} and replaced_at is null`;
  await tx`update user_devices set trusted_until = null where user_id = ${id} and trusted_until is not null`;
  await markTicketsVoid(tx, ['email_change']);
  await tx`
    update sessions set revoked_at = app.now(), revoked_reason = 'recovery'
     where user_id = ${id} and revoked_at is null`;
}
