import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Tx } from '#db/client';
import { insertImportIssues, lockUncheckedChunk, markChunkChecked } from '#db/queries/fhir-imports';
import { open } from '#lib/crypto/seal';
import type { ValidateResource } from '#lib/fhir/validate';
import type { Id } from '#lib/platform/ids';
import { issueRows } from './issue-rows';
import { parseEntries, type WaitingEntry } from './waiting-entry';

export type { ValidateResource };

/** As many are checked before other requests of this process get their turn. */
const together = 10;

/**
 * Checks the next run of entries against R4. What keeps an entry out is written down; nothing is in a chart yet, so the
 * step may be repeated after a kill.
 *
 * @returns how many entries it held: none when all have been checked
 */
export async function checkChunk(tx: Tx, id: Id<'imports'>, validate: ValidateResource): Promise<number> {
  const chunk = await lockUncheckedChunk(tx, id);
  if (!chunk) return 0;
  const entries = parseEntries(open('import_chunks.content', chunk.id, chunk.content));
  for (let first = 0; first < entries.length; first += together) {
    const some = entries.slice(first, first + together);
    await insertImportIssues(
      tx,
      some.flatMap((entry) => issueRows(id, entry.position, issuesOf(entry, validate))),
    );
    await othersTurn();
  }
  await markChunkChecked(tx, chunk);
  return chunk.entries;
}

const issuesOf = ({ place, type, text }: WaitingEntry, validate: ValidateResource) =>
  validate(text).map(({ path, code }) => ({
    path: `${place}${below(path, type)}`,
    code,
    severity: 'error' as const,
  }));

/** The place within the resource, which the validator may begin with the resource's type. */
function below(path: string, type: string): string {
  const inner = path === type || path.startsWith(`${type}.`) ? path.slice(type.length) : path;
  return inner === '' || inner.startsWith('.') ? inner : `.${inner}`;
}
