import type { z } from 'zod';
import { fhirDateInput } from '#lib/fhir/date-input';
import { assertedByPatient } from '#lib/fhir/patient-reported';
import { toResource } from '#lib/fhir/resource';
import { newId, patientId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { birthDateOf } from '../patients/birth-date';
import { chartKey } from '../patients/chart-key';
import { chartSubject, theChart } from '../patients/find-chart';
import { columnsOf } from './columns-of';
import { refuseImpossibleDates } from './impossible-dates';
import { exampleRecord, recordView, type recordViewOf, viewRecord } from './record-view';
import { reportedType, reportOf } from './reported-input';
import { writeFirstVersion } from './write-first-version';

/** A patient adds what only they know: an allergy, a measurement taken at home. It is marked as theirs wherever it goes. */
export const reportRecord = defineOperation({
  name: 'records.report',
  kind: 'command',
  rest: 'POST /records/reported',
  successStatus: 201,
  summary: 'Report an allergy or a measurement of your own',
  permission: 'write:profile',
  stepUp: 'none',
  input: reportOf({ patient_id: patientId.optional(), occurred_at: fhirDateInput.optional() }),
  output: recordView,
  errors: ['not_found'],
  audit: { event: 'REPORT_RECORD', resource: 'medical_record', details: ['kind'] },
  losslessNumbers: true,
  example: {
    input: { kind: 'blood_pressure', content: { systolic: '128', diastolic: '81' } },
    output: exampleReport(),
  },
  subject: ({ tx, input }) => chartSubject(tx, input.patient_id),

  async handle({ tx, actor, now, input, subject }) {
    const chart = theChart(subject);
    const { patient_id, zone } = chart;
    const [id, key] = [newId('medical_records'), chartKey(chart)];
    refuseImpossibleDates(input, { birthDate: await birthDateOf(tx, patient_id, key), now });
    const text = reportedText(input, { id, patient_id, occurred_at: input.occurred_at, recorded_at: now });
    const columns = columnsOf({ id, text, key }, zone, now);
    const record = { id, patient_id, practitioner_id: null, user_id: actor.user_id, columns, text, now };
    const row = await writeFirstVersion(tx, record, key);
    return viewRecord(row, key, actor, chart);
  },
});

type Report = Pick<z.output<ReturnType<typeof reportOf>>, 'kind' | 'content'>;
type Place = Pick<Parameters<typeof toResource>[2], 'id' | 'patient_id' | 'occurred_at' | 'recorded_at'>;

/** Nobody has confirmed an allergy that its patient tells of. */
function reportedText({ kind, content }: Report, place: Place): string {
  const type = reportedType(kind);
  const status = type === 'allergy' ? { status: 'unconfirmed' } : {};
  const origin = { ...place, ...status, practitioner_id: null, by_patient: true };
  return assertedByPatient(toResource(type, content as never, origin));
}

function exampleReport(): z.output<typeof recordViewOf.vital_sign> {
  const closed = { allowed: false, reason: 'not_permitted' } as const;
  return {
    ...exampleRecord,
    record_type: 'vital_sign',
    doctor_id: null,
    doctor_name: null,
    status: 'final',
    origin: 'patient',
    title: 'Blood pressure',
    content: {
      text: 'Blood pressure',
      code: '85354-9',
      code_system: 'http://loinc.org',
      systolic: '128',
      diastolic: '81',
    },
    can: {
      amend: closed,
      sign: closed,
      mark_in_error: closed,
      amend_own: { allowed: true, reason: null },
      confirm: closed,
    },
  };
}
