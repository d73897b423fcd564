import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { exportFiles } from '../schema/export-files';
import { type ExportState, exports } from '../schema/exports';
import type { ChartKeyRow } from './charts';

export type ExportRow = typeof exports.$inferSelect;
type FileRow = typeof exportFiles.$inferSelect;

export function insertExport(tx: Tx, row: typeof exports.$inferInsert): Statement {
  return insertRow(tx, exports, row);
}

/** The charts that are open to the actor at this moment: a doctor's panel, or the patient's own. */
export async function listExportableCharts(tx: Tx): Promise<Id<'patients'>[]> {
  const rows = await tx<{ id: Id<'patients'> }[]>`
    select p.id from patients p where p.id in (
      select c.patient_id from care_relationships c
       where c.practitioner_id = app.practitioner_id() and c.kind in ('treating', 'consulting')
         and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())
      union select app.patient_id() where app.practitioner_id() is null)
     order by p.id`;
  return rows.map(({ id }) => id);
}

interface NewChart {
  readonly id: Id<'export_charts'>;
  readonly patient_id: Id<'patients'>;
}

export async function insertExportCharts(
  tx: Tx,
  exportId: Id<'exports'>,
  charts: readonly NewChart[],
): Promise<void> {
  const [ids, patients] = [charts.map(({ id }) => id), charts.map(({ patient_id }) => patient_id)];
  await tx`
    insert into export_charts (id, export_id, patient_id, is_done)
    select c.id, ${exportId}, c.patient_id, false
      from unnest(${ids as string[]}::uuid[], ${patients as string[]}::uuid[]) as c (id, patient_id)`;
}

/** One that can still be asked about: not cancelled, and not too old. */
export async function findExport(tx: Tx, id: Id<'exports'>): Promise<ExportRow | null> {
  const [row] = await tx<ExportRow[]>`
    select * from exports where id = ${id} and state <> 'cancelled' and expires_at > app.now()`;
  return row ?? null;
}

export async function markExportCancelled(tx: Tx, id: Id<'exports'>): Promise<boolean> {
  const { count } = await tx`
    update exports set state = 'cancelled', ended_at = coalesce(ended_at, app.now())
     where id = ${id} and state <> 'cancelled' and expires_at > app.now()`;
  return count === 1;
}

/** A file takes so many bytes and then a run of lines more. */
const partBytes = 10_000_000;

/** Practitioners are few, and stand in one file so that each is there once. */
const parts = (tx: Tx) => tx`
  select f.*, case when f.resource_type = 'Practitioner' then 1 else
           ((sum(f.bytes) over (partition by f.resource_type order by f.id) - f.bytes) / ${partBytes}::bigint)::integer + 1
         end as part
    from export_files f`;

export interface PartRow {
  resource_type: string;
  part: number;
  entries: number;
}

export function listExportParts(tx: Tx, id: Id<'exports'>): Promise<PartRow[]> {
  return tx<PartRow[]>`
    select f.resource_type, f.part, sum(f.entries)::integer as entries
      from (${parts(tx)} where f.export_id = ${id}) f
     group by f.resource_type, f.part order by f.resource_type, f.part`;
}

export type LinesRow = Pick<FileRow, 'id' | 'content' | 'entries'> & ChartKeyRow;

/** The runs of lines of one file, in their order. */
export function listLines(tx: Tx, id: Id<'exports'>, type: string, part: number): Promise<LinesRow[]> {
  return tx<LinesRow[]>`
    select f.id, f.content, f.entries, k.id as key_id, k.version as key_version, k.wrapped_key
      from (${parts(tx)} where f.export_id = ${id} and f.resource_type = ${type}) f
      join patient_keys k on k.patient_id = f.patient_id
     where f.part = ${part} order by f.id`;
}

/** What waits to be written, the oldest first. */
export async function listWaitingExports(tx: Tx, limit: number): Promise<Id<'exports'>[]> {
  const rows = await tx<{ id: Id<'exports'> }[]>`
    select id from exports where state in ('queued', 'running') and expires_at > app.now()
     order by created_at, id limit ${limit}`;
  return rows.map(({ id }) => id);
}

export async function findWaitingExport(tx: Tx, id: Id<'exports'>): Promise<ExportRow | null> {
  const [row] = await tx<ExportRow[]>`
    select * from exports where id = ${id} and state in ('queued', 'running') and expires_at > app.now()`;
  return row ?? null;
}

interface HeldChart {
  id: Id<'export_charts'>;
  patient_id: Id<'patients'>;
}

/** A chart that nobody has written, nor is writing. */
export async function lockNextChart(tx: Tx, id: Id<'exports'>): Promise<HeldChart | null> {
  const [row] = await tx<HeldChart[]>`
    select id, patient_id from export_charts where export_id = ${id} and not is_done
     order by id limit 1 for update skip locked`;
  return row ?? null;
}

/**
 * From here on the transaction reads with the eyes of whoever has asked, and still as the job.
 * @returns false where their account is not open any more
 */
export async function lookAsAsker(tx: Tx, id: Id<'exports'>): Promise<boolean> {
  const rows = await tx`
    select set_config('app.user_id', a.user_id::text, true), set_config('app.role', a.role, true),
           set_config('app.patient_id', coalesce(a.patient_id::text, ''), true),
           set_config('app.practitioner_id', coalesce(a.practitioner_id::text, ''), true)
      from app.export_actor(${id}) a`;
  return rows.length === 1;
}

export function insertLines(tx: Tx, row: typeof exportFiles.$inferInsert): Statement {
  return insertRow(tx, exportFiles, row);
}

export async function markChartWritten(
  tx: Tx,
  exportId: Id<'exports'>,
  id: Id<'export_charts'>,
): Promise<void> {
  await tx`update export_charts set is_done = true where id = ${id}`;
  await tx`
    update exports set state = 'running', done = done + 1
     where id = ${exportId} and state in ('queued', 'running')`;
}

/** Ends what has nothing left to write. */
export async function markExportEnded(tx: Tx, id: Id<'exports'>, state: ExportState): Promise<void> {
  await tx`
    update exports set state = ${state}, ended_at = app.now()
     where id = ${id} and state in ('queued', 'running')
       and (${state} <> 'done' or not exists (select 1 from export_charts c where c.export_id = ${id} and not c.is_done))`;
}

/** What nobody may take any more. @returns how many exports it was */
export async function deleteSpentExports(tx: Tx): Promise<number> {
  const spent = tx`
    select e.id from exports e where e.state in ('cancelled', 'failed') or e.expires_at <= app.now()`;
  await tx`delete from export_files where export_id in (${spent})`;
  await tx`delete from export_charts where export_id in (${spent})`;
  const { count } = await tx`delete from exports where expires_at <= app.now()`;
  return count;
}
