import { Temporal } from 'temporal-polyfill';
import { type BundleEntry, readEntry } from '#lib/fhir/bundle/bundle-entry';
import type { BundleType } from '#lib/fhir/bundle/bundle-type';
import { checkEntry } from '#lib/fhir/bundle/check-entry';
import { Contents } from '#lib/fhir/bundle/contents';
import { EntryScanner, type ScannedEntry } from '#lib/fhir/bundle/entry-scanner';
import { BadBundle, type BundleIssue } from '#lib/fhir/bundle/issue';
import { scanBundle } from '#lib/fhir/bundle/scan-bundle';
import { string } from '#lib/fhir/json';

export interface Scanned {
  readonly type: BundleType;
  readonly entries: readonly ScannedEntry[];
}

type Upload = string | Uint8Array;
const bytesOf = (upload: Upload) => (typeof upload === 'string' ? Buffer.from(upload) : upload);

/** The upload scanned in pieces of this size. */
export async function scan(upload: Upload, size = 7, scanner = new EntryScanner()): Promise<Scanned> {
  const bytes = bytesOf(upload);
  const chunks = function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  const reading = scanBundle(chunks(), scanner);
  const entries: ScannedEntry[] = [];
  for (let next = await reading.next(); ; next = await reading.next()) {
    if (next.done) return { type: next.value, entries };
    entries.push(next.value);
  }
}

/** What refuses the upload as a whole. */
export async function refusal(upload: Upload, scanner?: EntryScanner): Promise<BundleIssue> {
  try {
    await scan(upload, 7, scanner);
  } catch (thrown) {
    if (thrown instanceof BadBundle) return thrown.issue;
    throw thrown;
  }
  throw new Error('the upload was taken');
}

interface Known {
  readonly known?: readonly string[];
  readonly chartId?: string;
  readonly identifiers?: readonly string[];
}

/** All that is wrong with an upload, as `place: code`. */
export async function problems(
  upload: Upload,
  { known = [], chartId, identifiers = [] }: Known = {},
): Promise<string[]> {
  const { type, entries } = await scan(upload, 1000);
  const contents = new Contents();
  const found: BundleIssue[] = [];
  const read = entries.flatMap((entry): BundleEntry[] => {
    try {
      return [readEntry(entry)];
    } catch (thrown) {
      if (!(thrown instanceof BadBundle)) throw thrown;
      found.push(thrown.issue);
      return [];
    }
  });
  for (const entry of read) contents.add(entry);
  const isKnown = (resource: string, token: string) => known.includes(`${resource}|${token}`);
  const context = {
    ...{ type, contents, isKnown, identifiers, seesRestricted: true, chartId: chartId ?? null },
    birthDate: string(contents.patient?.resource.birthDate) ?? null,
    now: Temporal.Instant.from('2026-11-30T12:00:00Z'),
  };
  for (const entry of read) {
    found.push(...(contents.issues().get(entry.position) ?? []), ...checkEntry(entry, context));
  }
  return found.map(({ path, code }) => `${path}: ${code}`);
}

export function bundleOf(entries: readonly object[], type = 'transaction'): string {
  return JSON.stringify({ resourceType: 'Bundle', type, entry: entries });
}

export const patientEntry = {
  fullUrl: 'urn:uuid:11111111-1111-4111-8111-111111111111',
  resource: { resourceType: 'Patient', id: 'p1', identifier: [{ system: 'urn:oid:1.2', value: '77' }] },
  request: { method: 'POST', url: 'Patient' },
};

export function entryOf(
  resource: { resourceType: string; [key: string]: unknown },
  fullUrl?: string,
): object {
  return {
    ...(fullUrl && { fullUrl }),
    resource,
    request: { method: 'POST', url: resource.resourceType },
  };
}
