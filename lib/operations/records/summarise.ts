import { z } from 'zod';
import { listNewestRecords } from '#db/queries/medical-records';
import { patientId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { chartSubject, theChart } from '../patients/find-chart';
import { isTaken } from './is-taken';
import { newestResults } from './newest-results';
import { exampleRecord, recordViewOf } from './record-view';
import { viewBrief } from './view-listed';

/** HL7 condition-clinical: what is there now. */
const present = ['active', 'recurrence', 'relapse'];
const mostOfAKind = 100;
const resultsRead = 200;
const mostTests = 24;

/** What somebody needs to know of a chart at first sight: problems, medicines, and the newest result of each test. */
export const summariseRecords = defineOperation({
  name: 'records.summarise',
  kind: 'query',
  rest: 'GET /records/summary',
  summary: 'The present problems, medicines and newest results of one patient',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ patient_id: patientId.optional() }),
  output: z.strictObject({
    /** Without what only says how somebody lives. */
    problems: z.array(recordViewOf.diagnosis),
    medicines: z.array(recordViewOf.prescription),
    /** Active as well, and not to be taken: forbidden, planned, or proposed. Their warnings say which. */
    not_taken: z.array(recordViewOf.prescription),
    results: z.array(
      z.strictObject({ record: recordViewOf.lab_result, previous: recordViewOf.lab_result.nullable() }),
    ),
  }),
  errors: ['not_found'],
  audit: { event: 'SUMMARISE_RECORDS', resource: 'medical_record', details: ['patient_id'] },
  losslessNumbers: true,
  example: {
    input: { patient_id: exampleRecord.patient_id },
    output: { problems: [exampleRecord], medicines: [], not_taken: [], results: [] },
  },
  subject: ({ tx, input }) => chartSubject(tx, input.patient_id),

  async handle({ tx, actor, subject }) {
    const chart = theChart(subject);
    const { patient_id } = chart;
    const read = { limit: mostOfAKind };
    const rows = await Promise.all([
      listNewestRecords(tx, patient_id, { ...read, type: 'diagnosis', statuses: present }),
      listNewestRecords(tx, patient_id, { ...read, type: 'prescription', statuses: ['active'] }),
      listNewestRecords(tx, patient_id, { type: 'lab_result', statuses: null, limit: resultsRead }),
    ]);
    const views = await viewBrief(tx, rows.flat(), { key: chartKey(chart), actor, chart });
    const prescriptions = views.filter((view) => view.record_type === 'prescription');
    return {
      problems: views.filter((view) => view.record_type === 'diagnosis').filter((view) => !view.circumstance),
      medicines: prescriptions.filter(isTaken),
      not_taken: prescriptions.filter((each) => !isTaken(each)),
      results: newestResults(
        views.filter((view) => view.record_type === 'lab_result'),
        mostTests,
      ),
    };
  },
});
