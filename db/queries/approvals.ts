import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { approvals } from '../schema/approvals';
import type { clinics } from '../schema/clinics';
import type { userProfiles } from '../schema/user-profiles';
import type { users } from '../schema/users';
import { listPage, type Page, type Window } from './page';

type Row = typeof approvals.$inferSelect;
type User = typeof users.$inferSelect;
type Profile = typeof userProfiles.$inferSelect;

export interface ApprovalRow extends Row {
  subject_email: User['email'];
  subject_first_name: Profile['first_name'];
  subject_last_name: Profile['last_name'];
  subject_is_verified: boolean;
  /** Where whoever is to become a doctor will work. */
  site: (typeof clinics.$inferSelect)['name'] | null;
  requester_email: User['email'];
  requester_first_name: Profile['first_name'];
  requester_last_name: Profile['last_name'];
  decider_email: User['email'] | null;
  decider_first_name: Profile['first_name'];
  decider_last_name: Profile['last_name'];
}

const columns = (tx: Tx) => tx`
  a.*, s.email as subject_email, s.is_verified as subject_is_verified,
  sp.first_name as subject_first_name, sp.last_name as subject_last_name,
  c.name as site,
  r.email as requester_email, rp.first_name as requester_first_name, rp.last_name as requester_last_name,
  d.email as decider_email, dp.first_name as decider_first_name, dp.last_name as decider_last_name`;

const joins = (tx: Tx) => tx`
  join users s on s.id = a.user_id left join user_profiles sp on sp.user_id = s.id
  left join clinics c on c.id = a.clinic_id
  join users r on r.id = a.requested_by left join user_profiles rp on rp.user_id = r.id
  left join users d on d.id = a.decided_by left join user_profiles dp on dp.user_id = d.id`;

/** One page, the newest first; `open` are those that wait for an admin or for their time. */
export function listApprovals(tx: Tx, open: boolean, window: Window): Promise<Page<ApprovalRow>> {
  return listPage(
    tx,
    {
      table: tx`approvals a`,
      joins: joins(tx),
      columns: columns(tx),
      where: tx`(a.status in ('requested', 'approved')) = ${open}`,
      order: tx`a.created_at desc, a.id desc`,
    },
    window,
  );
}

export async function findApproval(tx: Tx, id: Id<'approvals'>): Promise<ApprovalRow | null> {
  const [row] = await tx<ApprovalRow[]>`
    select ${columns(tx)} from approvals a ${joins(tx)} where a.id = ${id}`.execute();
  return row ?? null;
}

/** The approval, held until the end of the transaction: two who decide at once come one after the other. */
export async function lockApproval(tx: Tx, id: Id<'approvals'>): Promise<Row | null> {
  const [row] = await tx<Row[]>`select * from approvals where id = ${id} for update`;
  return row ?? null;
}

/** What waits about one account; row security shows it to admins and to the account's owner. */
export async function listOpenApprovalsOf(tx: Tx, userId: Id<'users'>): Promise<Row[]> {
  return tx<Row[]>`
    select * from approvals where user_id = ${userId} and status in ('requested', 'approved')
     order by created_at, id`.execute();
}

export function insertApproval(tx: Tx, row: typeof approvals.$inferInsert): Statement {
  return insertRow(tx, approvals, row);
}

interface Decision {
  readonly id: Id<'approvals'>;
  readonly status: 'approved' | 'refused';
  readonly notBefore: Temporal.Instant | null;
}

/** The actor's word on what somebody else has asked for. */
export async function markApprovalDecided(tx: Tx, { id, status, notBefore }: Decision): Promise<void> {
  await tx`
    update approvals set status = ${status}, decided_by = app.user_id(), decided_at = app.now(),
                         not_before = ${notBefore}
     where id = ${id}`;
}

export async function markApprovalExpired(tx: Tx, id: Id<'approvals'>): Promise<void> {
  await tx`update approvals set status = 'expired' where id = ${id}`;
}

export async function markApprovalDone(tx: Tx, id: Id<'approvals'>): Promise<void> {
  await tx`update approvals set status = 'done', done_at = app.now() where id = ${id}`;
}

/** What is due: nobody has decided in time, or the time in which the owner could object is over. */
export async function listDueApprovals(tx: Tx, limit: number): Promise<Id<'approvals'>[]> {
  const rows = await tx<Pick<Row, 'id'>[]>`
    select id from approvals
     where status = 'requested' and expires_at <= app.now()
        or status = 'approved' and kind = 'recovery' and not_before <= app.now()
     order by created_at, id limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** Makes of the account what was agreed on. False where it may not be, such as for the last admin. */
export async function grantRole(tx: Tx, id: Id<'approvals'>): Promise<boolean> {
  const [row] = await tx<{ granted: boolean }[]>`select app.grant_role(${id}) as granted`;
  return row?.granted ?? false;
}
