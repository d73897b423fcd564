import { identifiersOf } from '../identifiers';
import type { BundleEntry } from './bundle-entry';
import { findCircles } from './circles';
import { type BundleIssue, errorAt } from './issue';
import { type FoundReference, referencesIn } from './references';

/**
 * Elements by which one resource stands above another of its kind. A circle of them has no beginning; other references
 * may well go both ways, as an encounter and its diagnosis do.
 */
const hierarchical = new Set([
  'partOf',
  'hasMember',
  'basedOn',
  'replaces',
  'derivedFrom',
  'priorPrescription',
  'target',
]);

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

interface Known {
  readonly position: number;
  readonly type: string;
}

/** The table of contents of an upload: a few words an entry, which all references are looked up in. */
export class Contents {
  readonly #byAddress = new Map<string, Known>();
  readonly #above = new Map<number, { readonly path: string; readonly to: readonly string[] }>();
  readonly #issues: { readonly position: number; readonly issue: BundleIssue }[] = [];
  readonly #identifiers = new Set<string>();
  /** By what their source knows the entries: the same UUID may be written in two ways. */
  readonly #sources = new Set<string | null>();
  readonly #patientReferences = new Set<string>();
  #patient: BundleEntry | null = null;

  add(entry: BundleEntry): void {
    const addresses = addressesOf(entry);
    const known = { position: entry.position, type: entry.type };
    const { sourceId } = entry;
    const isTwice = addresses.some((address) => this.#byAddress.has(address)) || this.#sources.has(sourceId);
    if (isTwice) this.#tell(entry, 'duplicate_full_url');
    if (sourceId !== null) this.#sources.add(sourceId);
    for (const address of addresses) if (!this.#byAddress.has(address)) this.#byAddress.set(address, known);
    if (entry.type === 'Patient') this.#addPatient(entry);
    this.#addIdentifiers(entry);
    const references = referencesIn(entry.resource, entry.place);
    this.#addEdges(entry, references);
    for (const { reference } of references)
      if (reference.startsWith('Patient/') && this.#patientReferences.size < 2)
        this.#patientReferences.add(reference);
  }

  /** The patient of the upload: the only one, or the first of several. */
  get patient(): BundleEntry | null {
    return this.#patient;
  }

  find(address: string): Known | undefined {
    return this.#byAddress.get(address);
  }

  hasIdentifier(type: string, token: string): boolean {
    return this.#identifiers.has(`${type}|${token}`);
  }

  /**
   * The one patient outside the upload whom its resources are about, where it brings none of its own. An id that could be
   * one of ours is not taken for somebody else's.
   */
  get outsidePatient(): string | null {
    const [only, ...others] = this.#patientReferences;
    return this.#patient || others.length > 0 || !only || uuid.test(only) ? null : only;
  }

  /** What only shows when all entries are known: by position. */
  issues(): ReadonlyMap<number, readonly BundleIssue[]> {
    const byPosition = new Map<number, BundleIssue[]>();
    const tell = (position: number, issue: BundleIssue) =>
      byPosition.set(position, [...(byPosition.get(position) ?? []), issue]);
    for (const { position, issue } of this.#issues) tell(position, issue);
    for (const position of findCircles(this.#graph()))
      tell(position, errorAt(this.#above.get(position)?.path ?? 'Bundle', 'circular_reference'));
    return byPosition;
  }

  #tell(entry: BundleEntry, code: 'duplicate_full_url' | 'several_patients'): void {
    this.#issues.push({ position: entry.position, issue: errorAt(entry.place, code) });
  }

  #addPatient(entry: BundleEntry): void {
    if (this.#patient) this.#tell(entry, 'several_patients');
    else this.#patient = entry;
  }

  #addIdentifiers({ type, resource }: BundleEntry): void {
    for (const token of identifiersOf(resource)) this.#identifiers.add(`${type}|${token}`);
  }

  #addEdges({ position }: BundleEntry, references: readonly FoundReference[]): void {
    const up = references.filter(({ element, contained }) => !contained && hierarchical.has(element));
    const [first] = up;
    if (!first) return;
    this.#above.set(position, { path: first.path, to: up.map(({ reference }) => reference) });
  }

  #graph(): Map<number, number[]> {
    const graph = new Map<number, number[]>();
    for (const [from, { to }] of this.#above)
      graph.set(
        from,
        to.flatMap((address) => this.#byAddress.get(address)?.position ?? []),
      );
    return graph;
  }
}

/** By what other entries may refer to it. */
function addressesOf({ fullUrl, type, id }: BundleEntry): string[] {
  return [...new Set([...(fullUrl ? [fullUrl] : []), ...(id === null ? [] : [`${type}/${id}`])])];
}
