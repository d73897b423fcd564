import type { BundleEntry } from './bundle-entry';
import { checkReferences, type ReferenceContext } from './check-references';
import { checkUnits } from './check-units';
import type { BundleIssue } from './issue';

/** What the whole upload says about one of its entries: its references, and its units. */
export function checkEntry(entry: BundleEntry, context: ReferenceContext): BundleIssue[] {
  return [...checkReferences(entry, context), ...checkUnits(entry)];
}
