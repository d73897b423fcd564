import { withActor } from '#db/client';
import { listTargets } from '#db/queries/resources';
import { type BundleEntry, readEntry } from '#lib/fhir/bundle/bundle-entry';
import { scanBundle } from '#lib/fhir/bundle/scan-bundle';
import type { JsonObject } from '#lib/fhir/json';
import { sourceIdsOf } from '#lib/fhir/rest/references';
import { sourceIndex } from '#lib/operations/clinic-import/source-index';
import type { UploadContent } from '#lib/operations/imports/upload-content';
import { systemClock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { type Difference, treeDifferences } from './tree-differences';

/** Of the resources that came in, how many left with a difference of a kind. One may have several. */
export interface Differences {
  /** Nothing but the id, and `meta.versionId` and `meta.lastUpdated`, which every resource has from us. */
  same: number;
  /** References to what stands in the chart, which follow its ids here; those of a report to its results apart. */
  references: number;
  results: number;
  /** Prescriptions that name a medicine which stands in a record of its own. */
  medicines: number;
  /** A version or a time of change of the source's, where ours stands now. */
  versions: number;
  other: number;
  lost: number;
  /** Resources that did not come in: who writes in the chart, and where each record is from. */
  made: number;
}

type Kind = 'references' | 'results' | 'medicines' | 'versions' | 'other';

const nothing = { same: 0, references: 0, results: 0, medicines: 0, versions: 0, other: 0, lost: 0, made: 0 };

interface Imported {
  readonly patient_id: string | null;
  readonly source_system: string;
}

export async function entriesOf(content: UploadContent): Promise<BundleEntry[]> {
  const entries: BundleEntry[] = [];
  for await (const scanned of scanBundle(content)) entries.push(readEntry(scanned));
  return entries;
}

/** What has left beside what came in. */
export async function compareChart(
  entries: readonly BundleEntry[],
  exported: readonly JsonObject[],
  imported: Imported,
): Promise<Differences> {
  const placeOf = await placesHere(entries, imported);
  const left = new Map(exported.map((tree) => [`${tree.resourceType}/${tree.id}`, tree]));
  const found: Differences = { ...nothing, made: left.size };
  for (const entry of entries) {
    const after = left.get(placeOf(sourceOf(entry)) ?? '');
    if (!after) {
      found.lost += 1;
      continue;
    }
    found.made -= 1;
    const kinds = new Set(treeDifferences(entry.resource, after).flatMap((each) => kindOf(each, placeOf)));
    if (kinds.size === 0) found.same += 1;
    for (const kind of kinds) found[kind] += 1;
  }
  return found;
}

type PlaceOf = (sourceId: string) => string | undefined;

function kindOf({ path, before, after }: Difference, placeOf: PlaceOf): Kind[] {
  if (path === 'id') return [];
  if (path === 'meta' && before === undefined) return [];
  if (path === 'meta.versionId' || path === 'meta.lastUpdated')
    return before === undefined ? [] : ['versions'];
  if (path.endsWith('reference') && follows(before, after, placeOf))
    return [path === 'result.reference' ? 'results' : 'references'];
  if (path === 'medicationReference.display' && before === undefined) return ['medicines'];
  console.log(`  differs: ${path}`);
  return ['other'];
}

const follows = (before: unknown, after: unknown, placeOf: PlaceOf): boolean =>
  sourceIdsOf(String(before)).some((id) => placeOf(id) === after);

const sourceOf = ({ sourceId, text }: BundleEntry) => sourceId ?? text;

/** `Observation/<our id>` of each resource that came, by what its source calls it. */
async function placesHere(
  entries: readonly BundleEntry[],
  { patient_id, source_system }: Imported,
): Promise<PlaceOf> {
  const indexOf = (sourceId: string) => sourceIndex(source_system, sourceId).toString('hex');
  const actor = { kind: 'system', job: 'import', now: systemClock.now(), requestId: newRequestId() } as const;
  const places = entries.map((entry) => indexOf(sourceOf(entry)));
  const targets = await withActor(actor, (tx) => listTargets(tx, patient_id as Id<'patients'>, places));
  const own = new Map(
    targets.map((row) => [Buffer.from(row.source_index).toString('hex'), `${row.resource_type}/${row.id}`]),
  );
  return (sourceId) => own.get(indexOf(sourceId));
}
