import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendRecord } from '#lib/operations/records/amend';
import { amendOwnRecord } from '#lib/operations/records/amend-own';
import { confirmRecord } from '#lib/operations/records/confirm';
import { createRecord } from '#lib/operations/records/create';
import { getRecord } from '#lib/operations/records/get';
import { listRecordHistory } from '#lib/operations/records/history';
import { listChartRecords } from '#lib/operations/records/list';
import { markOwnRecordInError } from '#lib/operations/records/mark-own-in-error';
import { reportRecord } from '#lib/operations/records/report';
import { newId } from '#lib/platform/ids';
import { openRequestScene, type RequestScene } from '../../factories/request-scene';

let scene: RequestScene;
beforeAll(async () => {
  scene = await openRequestScene();
});
afterAll(() => scene.clinic.close());

const reportPressure = (systolic = '128', diastolic = '81') =>
  scene.patient.call(reportRecord, { kind: 'blood_pressure', content: { systolic, diastolic } });
const reportAllergy = () =>
  scene.patient.call(reportRecord, {
    kind: 'allergy',
    content: { text: 'Penicillin', category: 'medication', reaction: 'Rash', severity: 'moderate' },
  });
const codes = async (calls: Promise<{ code: string }>[]) =>
  (await Promise.all(calls)).map(({ code }) => code);

describe('what a patient reports', () => {
  it('is one record, marked as theirs, which those who treat them read at once', async () => {
    const pressure = await reportPressure();
    expect(pressure).toMatchObject({
      record_type: 'vital_sign',
      origin: 'patient',
      doctor_id: null,
      stage: 'final',
      version: 1,
      content: { text: 'Blood pressure', code: '85354-9', systolic: '128', diastolic: '81' },
      can: { amend_own: { allowed: true, reason: null } },
    });
    const read = await scene.doctor.call(getRecord, { id: pressure.id });
    expect(read).toMatchObject({ origin: 'patient', can: { amend_own: { allowed: false } } });
    const allergy = await reportAllergy();
    expect(allergy).toMatchObject({ record_type: 'allergy', origin: 'patient', warnings: ['unconfirmed'] });
  });

  it('may come from whoever looks after them, and from nobody else', async () => {
    const { patient, carer, doctor, strangers } = scene;
    const wish = { kind: 'pulse', content: { value: '71', unit: '/min' }, patient_id: patient.id } as const;
    const reported = await carer.call(reportRecord, wish);
    expect(reported).toMatchObject({ patient_id: patient.id, origin: 'patient' });
    expect((await doctor.refusal(reportRecord, wish)).code).toBe('forbidden');
    expect(await codes(strangers.map((each) => each.refusal(reportRecord, wish)))).toEqual([
      'not_found',
      'not_found',
      'not_found',
    ]);
  });

  it.each([
    ['weight', { value: '71.50', unit: 'kg' }, '29463-7'],
    ['weight', { value: '157', unit: '[lb_av]' }, '29463-7'],
    ['temperature', { value: '37.9', unit: 'Cel' }, '8310-5'],
    ['glucose', { value: '5.4', unit: 'mmol/L' }, '15074-8'],
    ['glucose', { value: '97', unit: 'mg/dL' }, '2339-0'],
    ['pulse', { value: '64', unit: '/min' }, '8867-4'],
  ] as const)('knows a %s of %j by its code, and keeps its digits', async (kind, content, code) => {
    const { content: written } = await scene.patient.call(reportRecord, { kind, content } as never);
    expect(written).toMatchObject({ ...content, code, code_system: 'http://loinc.org' });
  });

  it.each([
    ['blood_pressure', { systolic: '1200', diastolic: '80' }, 'systolic', 'implausible'],
    ['blood_pressure', { systolic: '120', diastolic: '8' }, 'diastolic', 'implausible'],
    ['blood_pressure', { systolic: '80', diastolic: '120' }, 'systolic', 'pressures_swapped'],
    ['blood_pressure', { systolic: '120' }, 'diastolic', 'required'],
    ['weight', { value: '7150', unit: 'kg' }, 'value', 'implausible'],
    ['weight', { value: '71,5', unit: 'kg' }, 'value', 'not_a_decimal'],
    ['weight', { value: '71.5', unit: 'stone' }, 'unit', 'invalid_value'],
    ['temperature', { value: '98.6', unit: 'Cel' }, 'value', 'implausible'],
    ['glucose', { value: '97', unit: 'mmol/L' }, 'value', 'implausible'],
    ['pulse', { value: '640', unit: '/min' }, 'value', 'implausible'],
  ])('is refused where no %s can be %j', async (kind, content, path, code) => {
    const refusal = await scene.patient.refusal(reportRecord, { kind, content } as never);
    expect(refusal.facts.errors).toMatchObject([{ path: `content.${path}`, code }]);
  });

  it('has happened in their life', async () => {
    const early = {
      kind: 'pulse',
      content: { value: '71', unit: '/min' },
      occurred_at: '1970-01-01',
    } as const;
    expect((await scene.patient.refusal(reportRecord, early)).facts.errors).toMatchObject([
      { path: 'occurred_at', code: 'before_birth' },
    ]);
  });
});

describe('what a patient has reported', () => {
  it('is corrected by them: by a new version', async () => {
    const { id } = await reportPressure();
    const wish = { id, kind: 'blood_pressure', content: { systolic: '118', diastolic: '78' } } as const;
    const corrected = await scene.patient.call(amendOwnRecord, { ...wish, expected_version: 1 });
    expect(corrected).toMatchObject({ version: 2, stage: 'amended', content: { systolic: '118' } });
    const { items } = await scene.doctor.call(listRecordHistory, { id });
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
    const stale = { ...wish, expected_version: 1 };
    expect((await scene.patient.refusal(amendOwnRecord, stale)).code).toBe('stale_version');
    const another = { id, kind: 'pulse', content: { value: '70', unit: '/min' } } as const;
    expect((await scene.patient.refusal(amendOwnRecord, another)).code).toBe('conflict');
    const implausible = { ...wish, content: { systolic: '1200', diastolic: '80' } };
    expect((await scene.patient.refusal(amendOwnRecord, implausible)).code).toBe('validation_failed');
  });

  it('is marked as an error by them, and leaves the lists', async () => {
    const { patient } = scene;
    const { id } = await reportPressure('131', '79');
    await patient.call(markOwnRecordInError, { id, reason: 'Wrong day' });
    expect(await patient.call(getRecord, { id })).toMatchObject({ stage: 'entered_in_error' });
    const { items } = await patient.call(listChartRecords, { record_type: 'vital_sign', page_size: 100 });
    expect(items.map((each) => each.id)).not.toContain(id);
    expect((await patient.refusal(markOwnRecordInError, { id })).code).toBe('conflict');
  });

  it('is theirs alone to change, and they change nothing else', async () => {
    const { patient, carer, doctor, strangers, diagnose } = scene;
    const [own, diagnosis] = [await reportPressure(), await diagnose()];
    expect((await doctor.refusal(markOwnRecordInError, { id: own.id })).code).toBe('forbidden');
    expect(await codes(strangers.map((each) => each.refusal(markOwnRecordInError, { id: own.id })))).toEqual([
      'not_found',
      'not_found',
      'not_found',
    ]);
    expect((await patient.refusal(markOwnRecordInError, { id: diagnosis.id })).code).toBe('forbidden');
    const { id } = await doctor.call(createRecord, {
      patient_id: patient.id,
      record_type: 'vital_sign',
      content: { text: 'Blood pressure', systolic: '150', diastolic: '95' },
    });
    const wish = { id, kind: 'blood_pressure', content: { systolic: '110', diastolic: '70' } } as const;
    expect((await patient.refusal(amendOwnRecord, wish)).code).toBe('forbidden');
    const unknown = { ...wish, id: newId('medical_records') };
    expect((await patient.refusal(amendOwnRecord, unknown)).code).toBe('not_found');
    expect(await carer.call(amendOwnRecord, { ...wish, id: own.id })).toMatchObject({ version: 2 });
  });

  it('is the clinic’s once somebody who treats them has worked on it', async () => {
    const { patient, doctor, consultant } = scene;
    const allergy = await reportAllergy();
    expect((await patient.refusal(confirmRecord, { id: allergy.id })).code).toBe('insufficient_scope');
    expect(allergy.can.confirm.allowed).toBe(false);
    const seen = await doctor.call(getRecord, { id: allergy.id });
    expect(seen.can.confirm).toEqual({ allowed: true, reason: null });
    const confirmed = await doctor.call(confirmRecord, { id: allergy.id, expected_version: 1 });
    expect(confirmed).toMatchObject({ version: 2, origin: 'patient', warnings: [], status: 'active' });
    expect(confirmed.can.confirm).toEqual({ allowed: false, reason: 'already_confirmed' });
    expect((await consultant.refusal(confirmRecord, { id: allergy.id })).code).toBe('conflict');
    const read = await patient.call(getRecord, { id: allergy.id });
    expect(read.can.amend_own).toEqual({ allowed: false, reason: 'taken_over' });
    const wish = { id: allergy.id, kind: 'allergy', content: { text: 'None' } } as const;
    expect((await patient.refusal(amendOwnRecord, wish)).code).toBe('conflict');
    expect((await patient.refusal(markOwnRecordInError, { id: allergy.id })).code).toBe('conflict');
    const pressure = await reportPressure();
    await doctor.call(amendRecord, {
      id: pressure.id,
      content: {
        text: 'Blood pressure',
        code: '85354-9',
        code_system: 'http://loinc.org',
        systolic: '120',
        diastolic: '80',
      },
    });
    expect((await patient.refusal(markOwnRecordInError, { id: pressure.id })).code).toBe('conflict');
  });

  it('can be confirmed where it is an allergy that nobody has made sure of', async () => {
    const { doctor, diagnose } = scene;
    const [diagnosis, pressure] = [await diagnose(), await reportPressure()];
    for (const { id } of [diagnosis, pressure]) {
      expect((await doctor.refusal(confirmRecord, { id })).code).toBe('conflict');
    }
  });
});
