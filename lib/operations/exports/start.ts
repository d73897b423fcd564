import { z } from 'zod';
import { findExport, insertExport, insertExportCharts, listExportableCharts } from '#db/queries/exports';
import { newId } from '#lib/platform/ids';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { changedWhen } from '../resources/changed-when';
import { resourceType } from '../resources/resource-type';
import { since } from '../resources/since';
import { mayReadVisits } from '../resources/visit-scope';
import { exampleExport, exportView, viewExport } from './export-view';

const hoursKept = 24;

/**
 * Asks for whole charts as files (HL7 Bulk Data Access 2.0): a patient's own, a doctor's panel as it is at this moment. A
 * job writes them, with the eyes of whoever asked.
 */
export const startExport = defineOperation({
  name: 'exports.start',
  kind: 'command',
  rest: 'POST /exports',
  successStatus: 202,
  summary: 'Export charts as files',
  permission: 'read:records',
  stepUp: 'recent',
  input: z.strictObject({
    types: z.array(resourceType).min(1).max(150).optional(),
    /** What has changed since. */
    since: since.optional(),
  }),
  output: exportView,
  errors: [],
  audit: { event: 'START_EXPORT', resource: 'export', details: ['types', 'since'] },
  example: { input: { types: ['Condition'] }, output: exampleExport },
  throttle: ({ caller }) =>
    caller.kind === 'user' ? [{ limit: 'chart_export', key: caller.user_id ?? caller.session.id }] : [],
  subject: ownRows,

  async handle({ tx, actor, now, input, subject, audit }) {
    const { changedFrom } = changedWhen('since', input.since === undefined ? [] : [`ge${input.since}`]);
    const [id, charts] = [newId('exports'), await listExportableCharts(tx)];
    await insertExport(tx, {
      id,
      user_id: actor.user_id,
      state: 'queued',
      types: input.types ?? null,
      since: changedFrom,
      with_visits: mayReadVisits(actor, subject),
      total: charts.length,
      done: 0,
      created_at: now,
      expires_at: now.add({ hours: hoursKept }),
    });
    const rows = charts.map((patient_id) => ({ id: newId('export_charts'), patient_id }));
    await insertExportCharts(tx, id, rows);
    audit({ additional_info: { charts: charts.length } });
    const row = await findExport(tx, id);
    if (!row) throw new Error('A new export is not visible to who asked for it.');
    return viewExport(row, []);
  },
});
