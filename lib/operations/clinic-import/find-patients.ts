import { z } from 'zod';
import { listImportedPatients } from '#db/queries/imports';
import { freeText } from '#lib/domain/free-text';
import { patientId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { wholeClinic } from './only-the-job';
import { sourceIndex } from './source-index';

/** Which charts an import has brought already. A chart without a doctor is not complete: it was interrupted. */
export const findPatients = defineOperation({
  name: 'clinic-import.find-patients',
  kind: 'query',
  rest: 'GET /import/patients',
  summary: 'Which patients are imported',
  permission: 'write:records',
  stepUp: 'none',
  jobs: ['import'],
  input: z.strictObject({
    source_system: freeText(100).min(1),
    source_ids: z.array(freeText(200)).max(10_000),
  }),
  output: z.strictObject({
    items: z.array(z.strictObject({ source_id: z.string(), patient_id: patientId, complete: z.boolean() })),
  }),
  errors: [],
  audit: { event: 'IMPORT_PATIENT', resource: 'patient', details: ['source_system'] },
  example: {
    input: { source_system: 'synthea', source_ids: ['synthea-2019-elsa-vargas-dbaeb336'] },
    output: { items: [] },
  },
  subject: wholeClinic,

  async handle({ tx, input: { source_system, source_ids } }) {
    const indexes = source_ids.map((id) => sourceIndex(source_system, id));
    const rows = await listImportedPatients(tx, indexes);
    const byIndex = new Map(rows.map((row) => [Buffer.from(row.source_index).toString('hex'), row]));
    return {
      items: source_ids.flatMap((source_id, position) => {
        const row = byIndex.get(indexes[position]?.toString('hex') ?? '');
        return row ? [{ source_id, patient_id: row.id, complete: row.complete }] : [];
      }),
    };
  },
});
