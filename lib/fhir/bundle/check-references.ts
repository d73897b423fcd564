import type { BundleEntry } from './bundle-entry';
import type { BundleType } from './bundle-type';
import { findCircles } from './circles';
import type { Contents } from './contents';
import { type BundleIssue, type BundleIssueCode, errorAt, warningAt } from './issue';
import { containedReferences, type FoundReference, referencesIn } from './references';

export interface ReferenceContext {
  readonly type: BundleType;
  readonly contents: Contents;
  /** Whether a practitioner, a place or an organisation of this identifier, `system|value`, is known. */
  readonly isKnown: (type: string, token: string) => boolean;
  /** The chart that was named for the upload: its own id may stand in it. */
  readonly chartId: string | null;
}

const conditional = /^([A-Z][A-Za-z]+)\?identifier=(\S+)$/;
const literal = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/;

/** Whether each reference of an entry leads to where it may lead. */
export function checkReferences(entry: BundleEntry, context: ReferenceContext): BundleIssue[] {
  const contained = containedReferences(entry.resource);
  const issues = referencesIn(entry.resource, entry.place).flatMap((found) => {
    const code = problemOf(found, contained, context);
    if (!code) return [];
    return code.startsWith('unresolved') ? warningAt(found.path, code) : errorAt(found.path, code);
  });
  return isCircular(contained)
    ? [...issues, errorAt(`${entry.place}.contained`, 'circular_reference')]
    : issues;
}

function problemOf(
  { reference }: FoundReference,
  contained: ReadonlyMap<string, unknown>,
  context: ReferenceContext,
): BundleIssueCode | null {
  if (reference.startsWith('#'))
    return reference === '#' || contained.has(reference) ? null : 'dangling_contained';
  const asked = conditional.exec(reference);
  if (asked) return conditionalProblem(asked, context);
  const { contents } = context;
  const [, type, id] = literal.exec(reference) ?? [];
  const isRelative = reference.startsWith(`${type}/`);
  const known = contents.find(reference) ?? (isRelative ? contents.find(`${type}/${id}`) : undefined);
  if (known?.type === 'Patient')
    return known.position === contents.patient?.position ? null : 'several_patients';
  if (known) return null;
  if (reference.startsWith('urn:')) return 'dangling_reference';
  if (type !== 'Patient') return 'unresolved_reference';
  return mayBeTheChart(reference, context) ? null : 'foreign_patient';
}

/** R4, "http", 3.1.0.11: conditional references are for transactions. */
function conditionalProblem(
  [, type = '', token = '']: readonly string[],
  { type: bundle, contents, isKnown }: ReferenceContext,
): BundleIssueCode | null {
  const identifier = decoded(token);
  const isHere = contents.hasIdentifier(type, identifier);
  if (type === 'Patient') return isHere ? null : 'foreign_patient';
  return bundle === 'transaction' && (isHere || isKnown(type, identifier)) ? null : 'unresolved_conditional';
}

function mayBeTheChart(reference: string, { chartId, contents }: ReferenceContext): boolean {
  if (chartId === null || contents.patient) return false;
  return reference === `Patient/${chartId}` || reference === contents.outsidePatient;
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}

function isCircular(contained: ReadonlyMap<string, readonly string[]>): boolean {
  const numberOf = new Map([...contained.keys()].map((id, index) => [id, index]));
  const graph = new Map<number, number[]>();
  for (const [id, to] of contained)
    graph.set(
      numberOf.get(id) ?? -1,
      to.flatMap((each) => numberOf.get(each) ?? []),
    );
  return findCircles(graph).size > 0;
}
