import { sha256 } from '#lib/crypto/digest';
import { OperationError } from '#lib/errors/operation-error';
import { type BundleEntry, readEntry } from '#lib/fhir/bundle/bundle-entry';
import type { BundleType } from '#lib/fhir/bundle/bundle-type';
import { Contents } from '#lib/fhir/bundle/contents';
import type { ScannedEntry } from '#lib/fhir/bundle/entry-scanner';
import { BadBundle, type BundleIssue, bundleIssues, errorAt } from '#lib/fhir/bundle/issue';
import { scanBundle } from '#lib/fhir/bundle/scan-bundle';
import type { UploadContent } from './upload-content';

/** What a first reading of an upload has found out: enough to follow the references of a second one. */
export interface ReadUpload {
  readonly type: BundleType;
  readonly total: number;
  readonly fileHash: Uint8Array;
  readonly contents: Contents;
  /** By what their source knows the first entries: charts that hold them are looked for. */
  readonly sourceIds: readonly string[];
}

const soughtSources = 20;

/** @throws OperationError `validation_failed`, with the place, for an upload that cannot be understood */
export async function readUpload(content: UploadContent): Promise<ReadUpload> {
  const hash = sha256();
  const contents = new Contents();
  const sourceIds: string[] = [];
  let total = 0;
  const type = await eachEntry(hashed(content, hash), async (scanned) => {
    total += 1;
    const entry = readable(scanned);
    if (!('code' in entry)) {
      contents.add(entry);
      if (entry.sourceId !== null && sourceIds.length < soughtSources) sourceIds.push(entry.sourceId);
    }
  });
  return { type, total, contents, sourceIds, fileHash: hash.digest() };
}

/** Calls back for one entry after the other, none of which is kept. */
export async function eachEntry(
  content: UploadContent,
  visit: (entry: ScannedEntry) => Promise<void>,
): Promise<BundleType> {
  const reading = scanBundle(content);
  try {
    for (let next = await reading.next(); ; next = await reading.next()) {
      if (next.done) return next.value;
      await visit(next.value);
    }
  } catch (thrown) {
    throw thrown instanceof BadBundle ? refusedUpload(thrown.issue) : thrown;
  }
}

/** The entry, or what is wrong with it. */
export function readable(scanned: ScannedEntry): BundleEntry | BundleIssue {
  try {
    return readEntry(scanned);
  } catch (thrown) {
    if (thrown instanceof BadBundle) return thrown.issue;
    throw thrown;
  }
}

export const noPatient = () => refusedUpload(errorAt('Bundle', 'no_patient'));

export function refusedUpload({ path, code }: BundleIssue): OperationError {
  return new OperationError('validation_failed', { errors: [{ path, code, message: bundleIssues[code] }] });
}

async function* hashed(content: UploadContent, hash: ReturnType<typeof sha256>): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
}
