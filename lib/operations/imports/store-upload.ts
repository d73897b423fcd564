import type { Tx } from '#db/client';
import { insertImportChunk, markImportFailed } from '#db/queries/fhir-imports';
import { seal } from '#lib/crypto/seal';
import { checkEntry, type EntryContext } from '#lib/fhir/bundle/check-entry';
import { type BundleIssue, errorAt } from '#lib/fhir/bundle/issue';
import { bundleLimits } from '#lib/fhir/bundle/limits';
import { type Id, newId } from '#lib/platform/ids';
import { IssueStore } from './issue-store';
import { eachEntry, readable } from './read-upload';
import type { UploadContent } from './upload-content';
import { printEntries, type WaitingEntry, waitingEntry } from './waiting-entry';

/** One step of the job: no more than this is open or in memory at once. */
const chunkEntries = 100;
const chunkCharacters = 256_000;

/**
 * Keeps the entries of an upload, sealed, until the job takes them; what is wrong with the others is told. An upload of
 * which too much is wrong is not looked at any further, and nothing of it is taken.
 */
export async function storeUpload(
  tx: Tx,
  id: Id<'imports'>,
  content: UploadContent,
  context: EntryContext,
): Promise<void> {
  const [store, told] = [new ChunkStore(tx, id), new IssueStore(tx, id)];
  const shared = context.contents.issues();
  let refused = 0;
  await eachEntry(content, async (scanned) => {
    if (refused >= bundleLimits.refused) return;
    const entry = readable(scanned);
    const issues: readonly BundleIssue[] =
      'code' in entry ? [entry] : [...(shared.get(entry.position) ?? []), ...checkEntry(entry, context)];
    await told.add(scanned.position, issues);
    const isRefused = issues.some(({ severity }) => severity === 'error');
    if (isRefused) refused += 1;
    if (!isRefused && !('code' in entry)) await store.add(waitingEntry(entry));
  });
  const isGivenUp = refused >= bundleLimits.refused;
  if (isGivenUp) await told.add(0, [errorAt('Bundle', 'too_many_errors')]);
  await told.flush();
  await store.flush();
  if (isGivenUp || (context.type === 'transaction' && refused > 0)) await markImportFailed(tx, id, refused);
}

class ChunkStore {
  #entries: WaitingEntry[] = [];
  #characters = 0;

  constructor(
    private readonly tx: Tx,
    private readonly importId: Id<'imports'>,
  ) {}

  async add(entry: WaitingEntry): Promise<void> {
    if (this.#characters + entry.text.length > chunkCharacters) await this.flush();
    this.#entries.push(entry);
    this.#characters += entry.text.length;
    if (this.#entries.length >= chunkEntries) await this.flush();
  }

  async flush(): Promise<void> {
    const [first] = this.#entries;
    if (!first) return;
    const id = newId('import_chunks');
    await insertImportChunk(this.tx, {
      id,
      import_id: this.importId,
      position: first.position,
      entries: this.#entries.length,
      is_checked: false,
      content: seal('import_chunks.content', id, printEntries(this.#entries)),
    });
    this.#entries = [];
    this.#characters = 0;
  }
}
