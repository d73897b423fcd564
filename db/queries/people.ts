import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import type { userProfiles } from '../schema/user-profiles';
import type { users } from '../schema/users';
import { listPage, type Page, type Window } from './page';

type User = typeof users.$inferSelect;
type Profile = typeof userProfiles.$inferSelect;

/** Who was invited has not opened the account yet. */
type AccountState = 'active' | 'invited' | 'disabled' | 'deleted';

export type PersonRow = Pick<User, 'id' | 'email' | 'role' | 'is_verified' | 'disabled_at' | 'created_at'> &
  Pick<Profile, 'first_name' | 'last_name'> & { state: AccountState };

export interface PeopleFilter {
  readonly role: User['role'] | null;
  readonly isVerified: boolean | null;
  /** Without one, all but the deleted. */
  readonly state: AccountState | null;
  readonly emailIndex: Uint8Array | null;
}

const stateOf = (tx: Tx) => tx`
  case when u.deleted_at is not null then 'deleted' when u.disabled_at is not null then 'disabled'
       when u.is_verified then 'active' else 'invited' end`;

const columns = (tx: Tx) => tx`
  u.id, u.email, u.role, u.is_verified, u.disabled_at, u.created_at, p.first_name, p.last_name,
  ${stateOf(tx)} as state`;

const joins = (tx: Tx) => tx`left join user_profiles p on p.user_id = u.id`;

const matching = (tx: Tx, { role, isVerified, state, emailIndex }: PeopleFilter) => tx`
  (${state}::text is null and u.deleted_at is null or ${state}::text = ${stateOf(tx)})
    and (${role}::text is null or u.role = ${role})
    and (${isVerified}::boolean is null or u.is_verified = ${isVerified})
    and (${emailIndex}::bytea is null or u.email_index = ${emailIndex})`;

/** What `sort_by` and `sort_order` may say, written out: no word of a request becomes SQL. */
const orders = {
  created_at: {
    asc: (tx: Tx) => tx`u.created_at, u.id`,
    desc: (tx: Tx) => tx`u.created_at desc, u.id desc`,
  },
  role: {
    asc: (tx: Tx) => tx`u.role, u.id`,
    desc: (tx: Tx) => tx`u.role desc, u.id desc`,
  },
} as const;

interface PeopleOrder {
  readonly by: keyof typeof orders;
  readonly direction: 'asc' | 'desc';
}

/** One page of accounts. */
export function listPeople(
  tx: Tx,
  filter: PeopleFilter,
  { by, direction }: PeopleOrder,
  window: Window,
): Promise<Page<PersonRow>> {
  const listing = { columns: columns(tx), where: matching(tx, filter), order: orders[by][direction](tx) };
  return listPage(tx, { table: tx`users u`, joins: joins(tx), ...listing }, window);
}

type EmailRow = Pick<User, 'id' | 'email'>;

/** Sealed addresses, to be opened and sorted by the caller; at most `limit` of them. */
export function listEmails(tx: Tx, filter: PeopleFilter, limit: number): Promise<EmailRow[]> {
  return tx<EmailRow[]>`select u.id, u.email from users u where ${matching(tx, filter)} limit ${limit}`;
}

/** These accounts, in no order. */
export async function listPeopleById(tx: Tx, ids: readonly Id<'users'>[]): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  return tx<
    PersonRow[]
  >`select ${columns(tx)} from users u ${joins(tx)} where u.id in ${tx([...ids])}`.execute();
}

export async function findPerson(tx: Tx, id: Id<'users'>): Promise<PersonRow | null> {
  const [row] = await listPeopleById(tx, [id]);
  return row && row.state !== 'deleted' ? row : null;
}
