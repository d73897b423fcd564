import type { Tx } from '#db/client';
import type { Page, Window } from '#db/queries/page';
import { listEmails, listPeopleById, type PeopleFilter, type PersonRow } from '#db/queries/people';
import { open } from '#lib/crypto/seal';
import { invalidField } from '#lib/errors/operation-error';

/** Addresses are sealed, so sorting by them opens every one: beyond this many somebody has to narrow the list first. */
const mostOpened = 10_000;

interface Opened {
  readonly id: string;
  readonly email: string;
}

/** Two deleted accounts may have had one address. */
const byEmailThenId = (a: Opened, b: Opened): number => {
  const [first, second] = a.email === b.email ? [a.id, b.id] : [a.email, b.email];
  return first < second ? -1 : 1;
};

/** S57: sorted as code points, the order in which addresses are compared everywhere else. */
export async function listPeopleByEmail(
  tx: Tx,
  filter: PeopleFilter,
  direction: 'asc' | 'desc',
  { limit, offset }: Window,
): Promise<Page<PersonRow>> {
  const found = await listEmails(tx, filter, mostOpened + 1);
  if (found.length > mostOpened) {
    throw invalidField('sort_by', 'too_many_rows', 'Too many accounts to sort by e-mail: set a filter');
  }
  const opened = found.map(({ id, email }) => ({ id, email: open('users.email', id, email) }));
  const sign = direction === 'asc' ? 1 : -1;
  opened.sort((a, b) => sign * byEmailThenId(a, b));
  const ids = opened.slice(offset, offset + limit).map(({ id }) => id);
  const rows = new Map((await listPeopleById(tx, ids)).map((row) => [row.id, row]));
  return { rows: ids.flatMap((id) => rows.get(id) ?? []), total: found.length };
}
