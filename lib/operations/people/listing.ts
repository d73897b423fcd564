import { z } from 'zod';
import type { Tx } from '#db/client';
import { listPeople } from '#db/queries/people';
import { pageInput, pageOf, windowOf } from '#lib/domain/page';
import { queryFlag } from '#lib/domain/query-flag';
import { roles } from '#lib/policy/roles';
import { listPeopleByEmail } from './list-by-email';
import { accountStates, openPerson } from './person';

/** S47 and S57: what a list of accounts may be asked for. */
export const listingInput = {
  ...pageInput,
  role: z.enum(roles).optional(),
  is_verified: queryFlag.optional(),
  /** Without one, all but the deleted. */
  state: z.enum(accountStates).optional(),
  sort_by: z.enum(['email', 'created_at', 'role']).default('created_at'),
  sort_order: z.enum(['asc', 'desc']).default('desc'),
};

export const listingDetails = [
  ...(['page', 'page_size', 'role', 'is_verified', 'state', 'sort_by', 'sort_order'] as const),
];

type Asked = z.output<z.ZodObject<typeof listingInput>>;

/** One page of the accounts that fit; with an index, of those that have this address. */
export async function listed(tx: Tx, asked: Asked, emailIndex: Uint8Array | null) {
  const { sort_by: by, sort_order: direction, role = null, is_verified: isVerified = null } = asked;
  const filter = { role, isVerified, state: asked.state ?? null, emailIndex };
  const window = windowOf(asked);
  const { rows, total } =
    by === 'email'
      ? await listPeopleByEmail(tx, filter, direction, window)
      : await listPeople(tx, filter, { by, direction }, window);
  return pageOf(rows.map(openPerson), total, asked);
}
