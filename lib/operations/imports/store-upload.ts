import type { Tx } from '#db/client';
import { insertImportChunk, insertImportIssues, markImportFailed } from '#db/queries/fhir-imports';
import { seal } from '#lib/crypto/seal';
import { checkEntry, type EntryContext } from '#lib/fhir/bundle/check-entry';
import type { BundleIssue } from '#lib/fhir/bundle/issue';
import { type Id, newId } from '#lib/platform/ids';
import { issueRows } from './issue-rows';
import { eachEntry, readable } from './read-upload';
import type { UploadContent } from './upload-content';
import { printEntries, type WaitingEntry, waitingEntry } from './waiting-entry';

/** One step of the job: no more than this is open or in memory at once. */
const chunkEntries = 100;
const chunkCharacters = 256_000;

/**
 * Keeps the entries of an upload, sealed, until the job takes them; what is wrong with the others is told. Returns how
 * many were refused.
 */
export async function storeUpload(
  tx: Tx,
  id: Id<'imports'>,
  content: UploadContent,
  context: EntryContext,
): Promise<number> {
  const store = new ChunkStore(tx, id);
  const shared = context.contents.issues();
  let refused = 0;
  await eachEntry(content, async (scanned) => {
    const entry = readable(scanned);
    const issues: readonly BundleIssue[] =
      'code' in entry ? [entry] : [...(shared.get(entry.position) ?? []), ...checkEntry(entry, context)];
    await insertImportIssues(tx, issueRows(id, scanned.position, issues));
    const isRefused = issues.some(({ severity }) => severity === 'error');
    if (isRefused) refused += 1;
    if (!isRefused && !('code' in entry)) await store.add(waitingEntry(entry));
  });
  await store.flush();
  if (context.type === 'transaction' && refused > 0) await markImportFailed(tx, id, refused);
  return refused;
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
