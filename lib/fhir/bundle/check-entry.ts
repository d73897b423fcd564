import type { Lifetime } from '../lifetime';
import { sensitivityOf } from '../sensitivity';
import type { BundleEntry } from './bundle-entry';
import { checkDates } from './check-dates';
import { checkReferences, type ReferenceContext } from './check-references';
import { checkSubject } from './check-subject';
import { checkUnits } from './check-units';
import { type BundleIssue, errorAt } from './issue';

export interface EntryContext extends ReferenceContext, Lifetime {
  /** Of the chart's patient, as `system|value`. */
  readonly identifiers: readonly string[];
  /** Whether the uploader sees what is restricted: nobody brings what they could not read afterwards. */
  readonly seesRestricted: boolean;
}

/** What is wrong with an entry beside its form: whom it is about, what it refers to, its dates, units and label. */
export function checkEntry(entry: BundleEntry, context: EntryContext): BundleIssue[] {
  const { contents, identifiers } = context;
  const isThePatient = (token: string) =>
    contents.hasIdentifier('Patient', token) || identifiers.includes(token);
  return [
    ...checkReferences(entry, context),
    ...checkSubject(entry, isThePatient),
    ...checkLabel(entry, context),
    ...checkDates(entry, context),
    ...checkUnits(entry),
  ];
}

function checkLabel({ resource, place }: BundleEntry, { seesRestricted }: EntryContext): BundleIssue[] {
  if (seesRestricted || sensitivityOf(resource) === 'normal') return [];
  return [errorAt(`${place}.meta.security`, 'restricted_unseen')];
}
