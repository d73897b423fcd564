import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertNewRows, insertRow } from '../rows';
import { importChunks } from '../schema/import-chunks';
import { importIssues } from '../schema/import-issues';
import { imports } from '../schema/imports';
import { listPage, type Page, type Window } from './page';

export type ImportRow = typeof imports.$inferSelect;
type ChunkRow = typeof importChunks.$inferSelect;
type IssueRow = typeof importIssues.$inferSelect;

export function insertImport(tx: Tx, row: typeof imports.$inferInsert): Statement {
  return insertRow(tx, imports, row);
}

export function insertImportChunk(tx: Tx, row: typeof importChunks.$inferInsert): Statement {
  return insertRow(tx, importChunks, row);
}

export async function insertImportIssues(
  tx: Tx,
  rows: readonly (typeof importIssues.$inferInsert)[],
): Promise<void> {
  await insertNewRows(tx, importIssues, rows);
}

/** The uploads that the actor may see, the newest first. */
export function listImports(tx: Tx, window: Window): Promise<Page<ImportRow>> {
  const order = tx`i.created_at desc, i.id desc`;
  const listing = { columns: tx`i.*`, where: tx`true`, joins: tx``, order };
  return listPage<ImportRow>(tx, { table: tx`imports i`, ...listing }, window);
}

export async function findImport(tx: Tx, id: Id<'imports'>): Promise<ImportRow | null> {
  const [row] = await tx<ImportRow[]>`select * from imports where id = ${id}`;
  return row ?? null;
}

/** What kept entries out first, then what is worth a word. */
export function listImportIssues(
  tx: Tx,
  id: Id<'imports'>,
  limit: number,
): Promise<Pick<IssueRow, 'position' | 'path' | 'code' | 'severity'>[]> {
  return tx<Pick<IssueRow, 'position' | 'path' | 'code' | 'severity'>[]>`
    select position, path, code, severity from import_issues
     where import_id = ${id} order by severity, position, id limit ${limit}`;
}

/** Those that wait for their turn or have had a part of it, the oldest first. */
export async function listWaitingImports(tx: Tx, limit: number): Promise<Id<'imports'>[]> {
  const rows = await tx<{ id: Id<'imports'> }[]>`
    select id from imports where state in ('queued', 'running') order by created_at, id limit ${limit}`;
  return rows.map(({ id }) => id);
}

/**
 * One that waits or runs, held: nobody else finishes or cancels it meanwhile. Null where another is finishing it: that may
 * take longer than a database lets anybody wait.
 */
export async function lockWaitingImport(tx: Tx, id: Id<'imports'>): Promise<ImportRow | null> {
  const [row] = await tx<ImportRow[]>`
    select * from imports where id = ${id} and state in ('queued', 'running') for update skip locked`;
  return row ?? null;
}

/** A run of entries that nobody has checked, nor is checking. */
export async function lockUncheckedChunk(tx: Tx, importId: Id<'imports'>): Promise<ChunkRow | null> {
  const [row] = await tx<ChunkRow[]>`
    select * from import_chunks where import_id = ${importId} and not is_checked
     order by position limit 1 for update skip locked`;
  return row ?? null;
}

export async function markChunkChecked(tx: Tx, chunk: ChunkRow): Promise<void> {
  await tx`update import_chunks set is_checked = true where id = ${chunk.id}`;
  await tx`update imports set state = 'running', done = done + ${chunk.entries} where id = ${chunk.import_id} and ended_at is null`;
}

export async function hasUncheckedChunks(tx: Tx, importId: Id<'imports'>): Promise<boolean> {
  const [row] = await tx<{ id: string }[]>`
    select id from import_chunks where import_id = ${importId} and not is_checked limit 1`;
  return row !== undefined;
}

/** The runs of entries in their order, one at a time. */
export async function findChunkAfter(
  tx: Tx,
  importId: Id<'imports'>,
  position: number,
): Promise<Pick<ChunkRow, 'id' | 'position' | 'content'> | null> {
  const [row] = await tx<Pick<ChunkRow, 'id' | 'position' | 'content'>[]>`
    select id, position, content from import_chunks
     where import_id = ${importId} and position > ${position} order by position limit 1`;
  return row ?? null;
}

/** The positions of the entries that something keeps out. */
export async function listRejectedPositions(tx: Tx, importId: Id<'imports'>): Promise<Set<number>> {
  const rows = await tx<{ position: number }[]>`
    select distinct position from import_issues where import_id = ${importId} and severity = 'error'`;
  return new Set(rows.map(({ position }) => position));
}

export type ImportEnd = Pick<
  ImportRow,
  'state' | 'added' | 'known' | 'updated' | 'rejected' | 'into_patient_id'
>;

export async function markImportEnded(tx: Tx, id: Id<'imports'>, end: ImportEnd): Promise<void> {
  await tx`update imports set ${tx(end as never)}, done = total, ended_at = app.now() where id = ${id}`;
}

/** Refused before anything of it was taken. */
export async function markImportFailed(tx: Tx, id: Id<'imports'>, rejected: number): Promise<void> {
  await tx`update imports set state = 'failed', rejected = ${rejected}, ended_at = app.now() where id = ${id}`;
}

/** Returns whether there was anything left to cancel. */
export async function markImportCancelled(tx: Tx, id: Id<'imports'>): Promise<boolean> {
  const { count } = await tx`
    update imports set state = 'cancelled', ended_at = app.now() where id = ${id} and state in ('queued', 'running')`;
  return count === 1;
}

/** What has been read of uploads that have ended. */
export async function deleteSpentChunks(tx: Tx): Promise<number> {
  const { count } = await tx`
    delete from import_chunks c using imports i where i.id = c.import_id and i.ended_at is not null`;
  return count;
}

/** The charts, of those that the actor may see, whose patient or whose records came from one of these places. */
export async function listChartsBySource(tx: Tx, indexes: readonly Uint8Array[]): Promise<Id<'patients'>[]> {
  if (indexes.length === 0) return [];
  const places = tx([...indexes] as never);
  const rows = await tx<{ id: Id<'patients'> }[]>`
    select id from patients where source_index in ${places}
    union
    select patient_id from medical_records where source_index in ${places}
    limit 2`;
  return rows.map(({ id }) => id);
}

export async function findOldestClinic(tx: Tx): Promise<Id<'clinics'> | null> {
  const [row] = await tx<{ id: Id<'clinics'> }[]>`select id from clinics order by created_at, id limit 1`;
  return row?.id ?? null;
}
