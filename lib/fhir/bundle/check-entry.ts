import { sensitivityOf } from '../sensitivity';
import type { BundleEntry } from './bundle-entry';
import { checkReferences, type ReferenceContext } from './check-references';
import { checkUnits } from './check-units';
import { type BundleIssue, errorAt } from './issue';

export interface EntryContext extends ReferenceContext {
  /** Whether the uploader sees what is restricted: nobody brings what they could not read afterwards. */
  readonly seesRestricted: boolean;
}

/** What the whole upload says about one of its entries: its references, its units and who may bring it. */
export function checkEntry(entry: BundleEntry, context: EntryContext): BundleIssue[] {
  return [...checkReferences(entry, context), ...checkUnits(entry), ...checkLabel(entry, context)];
}

function checkLabel({ resource, place }: BundleEntry, { seesRestricted }: EntryContext): BundleIssue[] {
  if (seesRestricted || sensitivityOf(resource) === 'normal') return [];
  return [errorAt(`${place}.meta.security`, 'restricted_unseen')];
}
