import { z } from 'zod';
import { listRecordVersions } from '#db/queries/medical-record-versions';
import { recordId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { recordSubject } from './find-record';
import { exampleRecord } from './record-view';
import { onlySeenResults } from './seen-results';
import { recordVersion, viewVersion } from './version-view';

/** What a record has said over time, who wrote it and why; the current version first. */
export const listRecordHistory = defineOperation({
  name: 'records.history',
  kind: 'query',
  rest: 'GET /records/{id}/history',
  summary: 'Every version of a record',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ id: recordId }),
  output: z.strictObject({ items: z.array(recordVersion) }),
  errors: ['not_found'],
  audit: { event: 'VIEW_RECORD_HISTORY', resource: 'medical_record' },
  example: {
    input: { id: exampleRecord.id },
    output: {
      items: [
        {
          version: 1,
          record_type: 'diagnosis',
          status: 'active',
          stage: 'final',
          title: 'Essential hypertension',
          content: { text: 'Essential hypertension', clinical_status: 'active' },
          author_id: exampleRecord.doctor_id,
          author_name: exampleRecord.doctor_name,
          reason: null,
          recorded_at: exampleRecord.created_at,
        },
      ],
    },
  },

  subject: ({ tx, input }) => recordSubject(tx, input.id),

  async handle({ tx, subject: { row }, audit }) {
    audit({ resource_id: row.id });
    const key = chartKey(row);
    const versions = (await listRecordVersions(tx, row)).map((version) => viewVersion(version, key));
    return { items: versions.map((version) => onlySeenResults(version, row, row.hidden)) };
  },
});
