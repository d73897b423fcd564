import { z } from 'zod';
import { type ImportChartRow, listImportCharts } from '#db/queries/imports';
import { insertNewRecordVersions } from '#db/queries/medical-record-versions';
import { insertNewRecords } from '#db/queries/medical-records';
import { holdReleaseWishes } from '#db/queries/release-preferences';
import { freeText } from '#lib/domain/free-text';
import { invalidField } from '#lib/errors/operation-error';
import { UnreadableResource } from '#lib/fhir/json';
import { resultSources, withOwnResults } from '#lib/fhir/report-results';
import { newId, patientId } from '#lib/platform/ids';
import type { ClinicSubject } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { isToldOf, tellOfResult } from '../results/tell-of-result';
import { importedRecord, importedVersion } from './imported-record';
import { longestResource } from './longest-resource';
import { ownIds } from './own-ids';
import { sourceIndex } from './source-index';

const record = z.strictObject({
  source_id: freeText(200).min(1),
  /** The FHIR resource, which is stored as it is, but for references to what becomes a record of ours. */
  text: freeText(longestResource),
});

/** @throws OperationError `validation_failed` that names the record whose text is no resource of ours */
function readable<T>(position: number, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof UnreadableResource)) throw thrown;
    throw invalidField(`records.${position}.text`, 'invalid_format', 'Not a resource that is understood');
  }
}

/** Records of one chart, each once by where it comes from, sealed as received; a report names its results by our ids. */
export const addRecords = defineOperation({
  name: 'clinic-import.add-records',
  kind: 'command',
  rest: 'POST /import/records',
  summary: 'Import records',
  permission: 'write:records',
  stepUp: 'none',
  jobs: ['import'],
  input: z.strictObject({
    patient_id: patientId,
    source_system: freeText(100).min(1),
    records: z.array(record).max(1000),
  }),
  output: z.strictObject({ added: z.int(), known: z.int() }),
  errors: ['not_found'],
  audit: { event: 'IMPORT_RECORDS', resource: 'medical_record', details: ['source_system'] },
  example: {
    input: {
      patient_id: '01920000-0000-7000-8000-000000000002',
      source_system: 'synthea',
      records: [{ source_id: 'a1', text: '{"resourceType":"Condition","code":{"text":"Gout"}}' }],
    },
    output: { added: 1, known: 0 },
  },

  // Not the chart but the clinic, for which no person may write: only the job.
  subject: async ({ tx, input }): Promise<(ClinicSubject & { row: ImportChartRow }) | null> => {
    const [row] = await listImportCharts(tx, [input.patient_id]);
    return row ? { type: 'clinic', row } : null;
  },

  async handle({ tx, now, input, subject: { row }, audit }) {
    audit({ patient_id: row.patient_id, additional_info: { count: input.records.length } });
    const key = chartKey(row);
    const { source_system, records } = input;
    const coming = records.map(({ source_id }) => source_id);
    const referred = records.flatMap(({ text }, at) => readable(at, () => resultSources(text)));
    const ids = await ownIds(tx, row.patient_id, { system: source_system, coming, referred });
    const wishes = await holdReleaseWishes(tx, row.patient_id);
    const rows = records.map(({ text: received, source_id }, at) => {
      const text = withOwnResults(received, (source) => ids.get(source));
      const id = ids.get(source_id) ?? newId('medical_records');
      const stored = readable(at, () => importedRecord({ id, text }, { chart: row, key, now, wishes }));
      return { ...stored, text, source_system, source_index: sourceIndex(source_system, source_id) };
    });
    const added = await insertNewRecords(
      tx,
      rows.map(({ text: _, ...stored }) => stored),
    );
    const versions = rows.filter(({ id }) => added.has(id)).map((each) => importedVersion(each, key));
    await insertNewRecordVersions(tx, versions);
    // One mail, however many came.
    const isNew = rows.some((each) => added.has(each.id) && isToldOf(each, now));
    if (isNew) await tellOfResult(tx, row.patient_id, 'result_ready', now);
    return { added: added.size, known: rows.length - added.size };
  },
});
