import type { Tx } from '#db/client';
import { findCare } from '#db/queries/care-grants';
import type { Id } from '#lib/platform/ids';

interface Asked {
  readonly tx: Tx;
  readonly input: { readonly id: Id<'care_relationships'> };
}

/** A relationship that the actor may see by row security; null for any other. What they may do to it is its own rule. */
export async function careSubject({ tx, input }: Asked) {
  const row = await findCare(tx, input.id);
  return row && { type: 'own' as const, row };
}
