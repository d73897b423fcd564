import type {
  Bundle,
  CodeSystem,
  CodeSystemConcept,
  ValueSet,
  ValueSetComposeInclude,
} from '@medplum/fhirtypes';

/** The codes of a set by their system; `null` where the set is not finite or not published with R4. */
type Codes = ReadonlyMap<string, ReadonlySet<string>> | null;

export interface ValueSets {
  codesOf(url: string): Codes;
}

/** The sets of R4, each opened when it is first asked for. */
export function valueSets(bundles: readonly Bundle[]): ValueSets {
  const resources = bundles.flatMap(({ entry = [] }) => entry.flatMap(({ resource }) => resource ?? []));
  const sets = new Map(
    resources.flatMap((one) => (one.resourceType === 'ValueSet' ? [[one.url, one] as const] : [])),
  );
  const systems = new Map(
    resources.flatMap((one) => (one.resourceType === 'CodeSystem' ? [[one.url, one] as const] : [])),
  );
  const opened = new Map<string, Codes>();
  const codesOf = (versioned: string): Codes => {
    const url = versioned.replace(/\|.*$/, '');
    const known = opened.get(url);
    if (known !== undefined) return known;
    // A set that includes itself would otherwise be opened without end.
    opened.set(url, null);
    const codes = open(sets.get(url), systems, codesOf);
    opened.set(url, codes);
    return codes;
  };
  return { codesOf };
}

type Systems = ReadonlyMap<string | undefined, CodeSystem>;

function open(set: ValueSet | undefined, systems: Systems, codesOf: ValueSets['codesOf']): Codes {
  if (!set?.compose || set.compose.exclude) return null;
  const all = new Map<string, Set<string>>();
  for (const include of set.compose.include) {
    const part = included(include, systems, codesOf);
    if (!part) return null;
    for (const [system, codes] of part) all.set(system, new Set([...(all.get(system) ?? []), ...codes]));
  }
  return all;
}

function included(
  { system, concept, filter, valueSet }: ValueSetComposeInclude,
  systems: Systems,
  codesOf: ValueSets['codesOf'],
): Codes {
  if (filter || (system !== undefined && valueSet)) return null;
  if (system === undefined) return union((valueSet ?? []).map(codesOf));
  if (concept) return new Map([[system, new Set(concept.flatMap(({ code }) => code ?? []))]]);
  const whole = systems.get(system);
  return whole?.content === 'complete' ? new Map([[system, new Set(allCodes(whole.concept))]]) : null;
}

function union(parts: readonly Codes[]): Codes {
  const all = new Map<string, ReadonlySet<string>>();
  for (const part of parts) {
    if (!part) return null;
    for (const [system, codes] of part) all.set(system, new Set([...(all.get(system) ?? []), ...codes]));
  }
  return all;
}

const allCodes = (concepts: readonly CodeSystemConcept[] = []): string[] =>
  concepts.flatMap(({ code, concept }) => [...(code === undefined ? [] : [code]), ...allCodes(concept)]);
