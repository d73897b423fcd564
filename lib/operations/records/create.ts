import { holdReleaseWishes } from '#db/queries/release-preferences';
import { OperationError } from '#lib/errors/operation-error';
import { newId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { birthDateOf } from '../patients/birth-date';
import { chartKey } from '../patients/chart-key';
import { chartSubject, theChart } from '../patients/find-chart';
import { isResult, releaseOf } from '../results/release-of';
import { isToldOf, tellOfResult } from '../results/tell-of-result';
import { columnsOf } from './columns-of';
import { refuseImpossibleDates } from './impossible-dates';
import { refuseForeignLinks } from './linked-records';
import { newRecordInput } from './new-record-input';
import { newResource } from './new-resource';
import { exampleRecord, recordView, viewRecord } from './record-view';
import { refuseUnfitUnit } from './unfit-units';
import { writeFirstVersion } from './write-first-version';

/** S51: a doctor adds a fact to the chart of somebody they treat. The record and its first version are one act. */
export const createRecord = defineOperation({
  name: 'records.create',
  kind: 'command',
  rest: 'POST /records',
  successStatus: 201,
  summary: 'Write a record',
  permission: 'write:records',
  stepUp: 'none',
  input: newRecordInput,
  output: recordView,
  errors: ['not_found'],
  audit: { event: 'CREATE_RECORD', resource: 'medical_record', details: ['record_type'] },
  losslessNumbers: true,
  example: {
    input: {
      patient_id: exampleRecord.patient_id,
      record_type: 'diagnosis',
      content: { text: 'Essential hypertension', clinical_status: 'active' },
      occurred_at: '2026-01-05',
    },
    output: exampleRecord,
  },
  subject: ({ tx, input }) => chartSubject(tx, input.patient_id),

  async handle({ tx, actor, now, input, subject }) {
    const chart = theChart(subject);
    if (!actor.practitioner_id) throw new OperationError('forbidden');
    const [id, key, patient_id] = [newId('medical_records'), chartKey(chart), chart.patient_id];
    // Whom restricted records are not shared with could not read what they wrote.
    if (input.restricted && chart.relation === 'consulting') throw new OperationError('forbidden');
    await refuseForeignLinks(tx, patient_id, input);
    refuseImpossibleDates(input, { birthDate: await birthDateOf(tx, patient_id, key), now });
    refuseUnfitUnit(input.content);
    const text = newResource(input, { id, practitioner_id: actor.practitioner_id, recorded_at: now });
    const columns = columnsOf({ id, text, key }, chart.zone, now);
    const stage = input.draft ? ('draft' as const) : ('final' as const);
    const wishes = isResult(columns) ? await holdReleaseWishes(tx, patient_id) : [];
    const state = releaseOf({ ...columns, stage, text, origin: 'clinic', now }, wishes);
    const { practitioner_id, user_id } = actor;
    const record = { id, patient_id, practitioner_id, user_id, columns, text, now, stage, state };
    const row = await writeFirstVersion(tx, record, key);
    if (isToldOf({ ...columns, ...state, stage }, now))
      await tellOfResult(tx, patient_id, 'result_ready', now);
    return viewRecord(row, key, actor, chart);
  },
});
