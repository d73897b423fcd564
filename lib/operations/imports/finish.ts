import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Tx } from '#db/client';
import { findChart } from '#db/queries/charts';
import {
  findImport,
  hasUncheckedChunks,
  type ImportRow,
  insertImportIssues,
  listRejectedPositions,
  lockWaitingImport,
  markImportEnded,
} from '#db/queries/fhir-imports';
import { asUploader } from '#db/queries/import-uploader';
import { OperationError } from '#lib/errors/operation-error';
import { errorAt } from '#lib/fhir/bundle/issue';
import { type Id, importId } from '#lib/platform/ids';
import { relationMay } from '#lib/policy/decide';
import type { ClinicSubject } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { tellOfResult } from '../results/tell-of-result';
import { assignDoctor, importChart } from './import-chart';
import { exampleImport, importView, viewImport } from './import-view';
import { issueRows } from './issue-rows';
import { keepIdentity } from './keep-identity';
import { acceptedEntries, surveyEntries } from './survey';
import type { WaitingEntry } from './waiting-entry';
import { EntryWriter } from './write-entries';

/**
 * Brings what has been checked into the chart, all of it in one transaction: nobody ever sees half of it, and a process that
 * is killed leaves nothing behind. A transaction of which one entry was refused ends here with nothing written.
 */
export const finishImport = defineOperation({
  name: 'imports.finish',
  kind: 'command',
  rest: 'POST /import/uploads/{id}',
  summary: 'Write what was imported',
  permission: 'write:records',
  stepUp: 'none',
  jobs: ['import'],
  input: z.strictObject({ id: importId }),
  output: importView,
  errors: ['not_found', 'conflict'],
  audit: { event: 'FINISH_IMPORT', resource: 'import' },
  example: { input: { id: exampleImport.id }, output: exampleImport },

  // Not a chart but the clinic, for which no person may write: only the job.
  async subject({ tx, input }): Promise<(ClinicSubject & { row: ImportRow }) | null> {
    const row = await lockWaitingImport(tx, input.id);
    return row ? { type: 'clinic', row } : null;
  },

  async handle({ tx, now, subject: { row }, audit }) {
    if (await hasUncheckedChunks(tx, row.id)) throw new OperationError('conflict');
    const rejected = await listRejectedPositions(tx, row.id);
    const end = isRefused(row, rejected) ? null : await writeImport(tx, now, row, rejected);
    const { state, into_patient_id, ...written } = end ?? {
      ...nothing,
      into_patient_id: row.into_patient_id,
    };
    await markImportEnded(tx, row.id, { ...written, state, into_patient_id, rejected: rejected.size });
    audit({ patient_id: into_patient_id ?? undefined, additional_info: { state, ...written } });
    const ended = await findImport(tx, row.id);
    if (!ended) throw new Error('An import has gone.');
    return viewImport(ended);
  },
});

const isRefused = ({ bundle_type }: ImportRow, rejected: ReadonlySet<number>) =>
  bundle_type === 'transaction' && rejected.size > 0;

const nothing = { state: 'failed', added: 0, known: 0, updated: 0 } as const;

/** Null where there is no chart for it, or no entry may be taken. */
async function writeImport(tx: Tx, now: Temporal.Instant, row: ImportRow, rejected: Set<number>) {
  if (!(await mayStillWrite(tx, row))) return tellOfWhole(tx, row, 'not_treating');
  const survey = await surveyEntries(tx, row, rejected);
  const chart = await importChart(tx, now, row, survey);
  if (!chart) return tellOfWhole(tx, row, 'no_chart');
  const writer = new EntryWriter(tx, now, row, chart, survey);
  for (const { position, place } of await writer.lookUp()) {
    rejected.add(position);
    await insertImportIssues(tx, issueRows(row.id, position, [errorAt(place, 'other_type')]));
  }
  if (isRefused(row, rejected)) return null;
  await assignDoctor(tx, row, chart);
  if (survey.patient && !chart.isNew) await keepPatient(tx, row, chart.row.patient_id, survey.patient);
  for await (const entries of acceptedEntries(tx, row, rejected)) await writer.write(entries);
  // One mail, however many came.
  if (writer.news) await tellOfResult(tx, chart.row.patient_id, 'result_ready', now);
  return { state: 'done', ...writer.written, into_patient_id: chart.row.patient_id } as const;
}

/** Whoever has named a chart must be able to write there when it is written. The clinic's own import names none. */
async function mayStillWrite(tx: Tx, { id, into_patient_id }: ImportRow): Promise<boolean> {
  if (into_patient_id === null) return true;
  const chart = await asUploader(tx, id, () => findChart(tx, into_patient_id));
  return chart !== null && relationMay(chart.relation, 'write:records');
}

async function keepPatient(tx: Tx, { id }: ImportRow, chart: Id<'patients'>, patient: WaitingEntry) {
  const issues = await keepIdentity(tx, chart, patient);
  await insertImportIssues(tx, issueRows(id, patient.position, issues));
}

async function tellOfWhole(tx: Tx, { id }: ImportRow, code: 'no_chart' | 'not_treating'): Promise<null> {
  await insertImportIssues(tx, issueRows(id, 0, [errorAt('Bundle', code)]));
  return null;
}
