import type { Tx } from '#db/client';
import { findPerson } from '#db/queries/people';
import type { Id } from '#lib/platform/ids';

interface Asked {
  readonly tx: Tx;
  readonly input: { readonly id: Id<'users'> };
}

/** The account that an act of administration is about; null for one that is deleted or never was. */
export async function accountSubject({ tx, input }: Asked) {
  const row = await findPerson(tx, input.id);
  return row && { type: 'account' as const, user_id: row.id, row };
}
