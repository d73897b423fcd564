import { isDraft } from './draft-tag';
import type { JsonObject } from './json';

export const stages = ['draft', 'final', 'amended', 'entered_in_error'] as const;
export type Stage = (typeof stages)[number];

const amendments: readonly unknown[] = ['amended', 'corrected', 'appended'];

/**
 * Where a record stands in our lifecycle, from its resource and the status that its mapping reads. What another system
 * calls preliminary is final here, with a warning. Not every type of R4 has a word for an amendment: of those, one is
 * known by its versions alone.
 */
export function stageOf(tree: JsonObject, status: string): Stage {
  if (status === 'entered-in-error') return 'entered_in_error';
  if (isDraft(tree)) return 'draft';
  const saysSo = amendments.includes(tree.status) || amendments.includes(tree.docStatus);
  return saysSo ? 'amended' : 'final';
}
