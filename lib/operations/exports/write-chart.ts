import { z } from 'zod';
import type { Tx } from '#db/client';
import { findChart } from '#db/queries/charts';
import {
  type ExportRow,
  findWaitingExport,
  insertLines,
  lockNextChart,
  lookAsAsker,
  markChartWritten,
  markExportEnded,
} from '#db/queries/exports';
import { seal } from '#lib/crypto/seal';
import { OperationError } from '#lib/errors/operation-error';
import { exportId, type Id, newId } from '#lib/platform/ids';
import { opensRecord } from '#lib/policy/record-visibility';
import { type ClinicSubject, theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { collect } from '../resources/collect';
import { viewFound } from '../resources/found';
import { asSeen } from '../resources/own-references';
import type { OpenChart } from '../resources/sections';
import { everythingOf } from '../resources/whole-chart';
import { exampleExport } from './export-view';
import { Lines } from './lines';

/**
 * Writes the next chart of an export, all of it in one transaction: a process that is killed leaves nothing half written, and
 * another one goes on. It sees what its asker sees at that moment: a relationship that has ended meanwhile gives nothing.
 */
export const writeExportChart = defineOperation({
  name: 'exports.write-chart',
  kind: 'command',
  rest: 'POST /exports/{id}/charts',
  summary: 'Write the next chart of an export',
  permission: 'read:records',
  stepUp: 'none',
  jobs: ['export'],
  input: z.strictObject({ id: exportId }),
  /** Whether a chart was written; otherwise none is left. */
  output: z.strictObject({ written: z.boolean() }),
  errors: ['not_found'],
  audit: { event: 'WRITE_EXPORT', resource: 'export' },
  example: { input: { id: exampleExport.id }, output: { written: true } },

  // Not a chart but the clinic, whose records no person may read as such: only the job.
  async subject({ tx, input }): Promise<(ClinicSubject & { row: ExportRow }) | null> {
    const row = await findWaitingExport(tx, input.id);
    return row && { ...theClinic(), row };
  },

  async handle({ tx, actor, subject: { row }, audit }) {
    if (actor.kind !== 'system') throw new OperationError('forbidden');
    audit({ resource_id: row.id, additional_info: { asked_by: row.user_id } });
    const next = await lockNextChart(tx, row.id);
    if (!next) await markExportEnded(tx, row.id, 'done');
    if (!next) return { written: false };
    audit({ patient_id: next.patient_id });
    if (!(await lookAsAsker(tx, row.id))) {
      await markExportEnded(tx, row.id, 'failed');
      return { written: false };
    }
    const found = await findChart(tx, next.patient_id);
    if (found && found.relation !== 'none') {
      const with_restricted = opensRecord(found.relation, null, restricted);
      await writeChart(tx, row, { patient_id: found.patient_id, key: chartKey(found), with_restricted });
    }
    await markChartWritten(tx, row.id, next.id);
    return { written: true };
  },
});

/** What its asker must still see when they take the lines. */
const restricted = {
  stage: 'final',
  sensitivity: 'restricted',
  release: 'released',
  doctor_id: null,
} as const;

interface WrittenChart extends OpenChart {
  readonly with_restricted: boolean;
}

/** So many resources are opened at a time. */
const run = 500;

async function writeChart(tx: Tx, row: ExportRow, chart: WrittenChart): Promise<void> {
  // What changes while the charts are written belongs to the next export, which asks since this one.
  const changedBefore = row.created_at.add({ microseconds: 1 });
  const wanted = { types: row.types, ids: null, changedFrom: row.since, changedBefore };
  const sections = everythingOf(tx, chart, wanted, row.with_visits);
  const lines = new Lines((type, texts) => write(tx, row.id, chart, type, texts));
  for (let from: Awaited<ReturnType<typeof collect>>['next'] = null; ; ) {
    const { found, next } = await collect(sections, { from, limit: run });
    const seen = await asSeen(tx, chart.patient_id, found);
    for (const each of seen) await lines.add(each.resource_type, viewFound(each).resource);
    if (!next) break;
    from = next;
  }
  await lines.end();
}

async function write(
  tx: Tx,
  export_id: Id<'exports'>,
  { patient_id, key, with_restricted }: WrittenChart,
  resource_type: string,
  texts: readonly string[],
): Promise<void> {
  const [id, text] = [newId('export_files'), `${texts.join('\n')}\n`];
  await insertLines(tx, {
    id,
    export_id,
    patient_id,
    resource_type,
    entries: texts.length,
    bytes: Buffer.byteLength(text),
    with_restricted,
    content: seal('export_files.content', id, text, key),
  });
}
