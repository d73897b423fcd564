import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getRecord } from '#lib/operations/records/get';
import { listChartRecords } from '#lib/operations/records/list';
import { decideRefill } from '#lib/operations/refills/decide';
import { getRefill } from '#lib/operations/refills/get';
import { listRefills } from '#lib/operations/refills/list';
import { requestRefill } from '#lib/operations/refills/request';
import { withdrawRefill } from '#lib/operations/refills/withdraw';
import { newId } from '#lib/platform/ids';
import { openRequestScene, type RequestScene } from '../../factories/request-scene';
import { asRole } from '../../harness/as-role';
import { mailsTo } from '../../harness/mails';

let scene: RequestScene;
beforeAll(async () => {
  scene = await openRequestScene();
});
afterAll(() => scene.clinic.close());

const ask = async (more: object = {}) => {
  const medicine = await scene.prescribe(more);
  return scene.patient.call(requestRefill, { record_id: medicine.id, note: 'Enough for a week' });
};
const mails = (person: { account: { email: string } }) =>
  mailsTo(scene.clinic.database.superuserUrl, person.account.email);
const codes = async (calls: Promise<{ code: string }>[]) =>
  (await Promise.all(calls)).map(({ code }) => code);

describe('a patient who asks for a refill', () => {
  it('is shown what they asked for, and so is everybody who may see the prescription', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({
      status: 'requested',
      patient_name: 'Elsa Vargas',
      record_title: 'Metformin 500 mg tablet',
      note: 'Enough for a week',
      decided_at: null,
    });
    const { patient, doctor, colleague, consultant, carer, strangers } = scene;
    for (const each of [patient, doctor, colleague, consultant, carer]) {
      expect(await each.call(getRefill, { id: asked.id })).toEqual(asked);
    }
    expect(await codes(strangers.map((each) => each.refusal(getRefill, { id: asked.id })))).toEqual([
      'not_found',
      'not_found',
      'insufficient_scope',
    ]);
    expect((await patient.refusal(getRefill, { id: newId('refill_requests') })).code).toBe('not_found');
  });

  it('tells the prescriber by a mail without a word about health', async () => {
    const { doctor, colleague } = scene;
    const before = [(await mails(doctor)).length, (await mails(colleague)).length];
    await ask();
    const told = await mails(doctor);
    expect([told.length, (await mails(colleague)).length]).toEqual([(before[0] ?? 0) + 1, before[1]]);
    expect(JSON.stringify(told.at(-1))).not.toMatch(/metformin|vargas|elsa|week/i);
    expect(told.at(-1)?.link).toMatch(/\/doctor\/requests$/);
  });

  it('tells all who treat where the prescriber no longer does', async () => {
    const { doctor, colleague, clinic, patient } = scene;
    const medicine = await scene.prescribe();
    await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`update medical_records set doctor_id = ${scene.consultant.id} where id = ${medicine.id}`,
    );
    const before = [(await mails(doctor)).length, (await mails(colleague)).length];
    await patient.call(requestRefill, { record_id: medicine.id });
    const after = [(await mails(doctor)).length, (await mails(colleague)).length];
    expect(after).toEqual(before.map((count) => count + 1));
    expect(await mails(scene.consultant)).toHaveLength(0);
  });

  it('asks once at a time, also when both come at once', async () => {
    const medicine = await scene.prescribe();
    const wish = { record_id: medicine.id };
    const both = await Promise.allSettled([
      scene.patient.call(requestRefill, wish),
      scene.carer.call(requestRefill, wish),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await scene.patient.refusal(requestRefill, wish)).code).toBe('conflict');
    const { items } = await scene.patient.call(listRefills, { record_id: medicine.id });
    expect(items).toHaveLength(1);
    await scene.patient.call(withdrawRefill, { id: items[0]?.id ?? '' });
    expect(await scene.patient.call(requestRefill, wish)).toMatchObject({ status: 'requested', note: null });
  });

  it('asks of a current prescription of their own alone', async () => {
    const { doctor, patient, strangers, prescribe, diagnose } = scene;
    const [medicine, diagnosis] = [await prescribe(), await diagnose()];
    const wish = { record_id: medicine.id };
    expect((await doctor.refusal(requestRefill, wish)).code).toBe('forbidden');
    expect(await codes(strangers.map((each) => each.refusal(requestRefill, wish)))).toEqual([
      'not_found',
      'not_found',
      'not_found',
    ]);
    expect((await patient.refusal(requestRefill, { record_id: diagnosis.id })).code).toBe('conflict');
    const unknown = { record_id: newId('medical_records') };
    expect((await patient.refusal(requestRefill, unknown)).code).toBe('not_found');
    const draft = await prescribe({ draft: true });
    expect((await patient.refusal(requestRefill, { record_id: draft.id })).code).toBe('not_found');
  });

  it('is not answered for what is restricted by whom it is not shared with', async () => {
    const asked = await ask({ restricted: true });
    const { carer, consultant, colleague } = scene;
    expect(await codes([carer, consultant].map((each) => each.refusal(getRefill, { id: asked.id })))).toEqual(
      ['not_found', 'not_found'],
    );
    expect(await colleague.call(getRefill, { id: asked.id })).toMatchObject({ id: asked.id });
    const seen = await carer.call(listRefills, { patient_id: scene.patient.id, page_size: 100 });
    expect(seen.items.map(({ id }) => id)).not.toContain(asked.id);
    const renewed = await scene.doctor.call(decideRefill, { id: asked.id, decision: 'approved' });
    const record = { id: renewed.renewed_record_id ?? '' };
    expect(await scene.doctor.call(getRecord, record)).toMatchObject({ sensitivity: 'restricted' });
  });
});

describe('a wish that is withdrawn', () => {
  it('is closed, once, by the patient or whoever looks after them', async () => {
    const { patient, carer, doctor, strangers } = scene;
    const { id } = await ask();
    expect((await doctor.refusal(withdrawRefill, { id })).code).toBe('forbidden');
    expect(await codes(strangers.map((each) => each.refusal(withdrawRefill, { id })))).toEqual([
      'not_found',
      'not_found',
      'not_found',
    ]);
    await carer.call(withdrawRefill, { id });
    expect(await patient.call(getRefill, { id })).toMatchObject({ status: 'withdrawn', decided_by: null });
    expect((await patient.refusal(withdrawRefill, { id })).code).toBe('conflict');
    expect((await doctor.refusal(decideRefill, { id, decision: 'approved' })).code).toBe('conflict');
  });
});

describe('a doctor who approves', () => {
  it('writes a new prescription that names the one before, which is completed', async () => {
    const { doctor, patient } = scene;
    const asked = await ask();
    const told = (await mails(patient)).length;
    const decided = await doctor.call(decideRefill, { id: asked.id, decision: 'approved', answer: ' ' });
    expect(decided).toMatchObject({ status: 'approved', answer: null, decided_by: 'Dr Amara Okafor' });
    const renewed = await patient.call(getRecord, { id: decided.renewed_record_id ?? '' });
    expect(renewed).toMatchObject({
      record_type: 'prescription',
      status: 'active',
      stage: 'final',
      version: 1,
      doctor_id: doctor.id,
      origin: 'clinic',
      content: {
        text: 'Metformin 500 mg tablet',
        dosage: '1 tablet with breakfast',
        quantity: '60 tablets',
        refills: '2',
      },
    });
    expect(renewed.content).not.toHaveProperty('ends');
    const before = await patient.call(getRecord, { id: asked.record_id });
    expect(before).toMatchObject({ status: 'completed', version: 2, stage: 'amended' });
    const mail = (await mails(patient)).slice(told);
    expect(mail).toHaveLength(1);
    expect(JSON.stringify(mail)).not.toMatch(/metformin|vargas|elsa/i);
    expect((await doctor.refusal(decideRefill, { id: asked.id, decision: 'approved' })).code).toBe(
      'conflict',
    );
  });

  it('does so once, also when a colleague does at the same moment', async () => {
    const { doctor, colleague, patient } = scene;
    const asked = await ask();
    const count = async () => (await patient.call(listChartRecords, { record_type: 'prescription' })).total;
    const before = await count();
    const both = await Promise.allSettled([
      doctor.call(decideRefill, { id: asked.id, decision: 'approved' }),
      colleague.call(decideRefill, { id: asked.id, decision: 'approved' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await count()).toBe(before + 1);
  });

  it('treats the patient: nobody else decides', async () => {
    const { id } = await ask();
    const wish = { id, decision: 'approved' as const };
    const { consultant, patient, carer, strangers } = scene;
    expect((await consultant.refusal(decideRefill, wish)).code).toBe('forbidden');
    for (const each of [patient, carer]) {
      expect((await each.refusal(decideRefill, wish)).code).toBe('insufficient_scope');
    }
    expect(await codes(strangers.map((each) => each.refusal(decideRefill, wish)))).toEqual([
      'insufficient_scope',
      'not_found',
      'insufficient_scope',
    ]);
  });

  it('is refused where the prescription has come to an end meanwhile', async () => {
    const { clinic, doctor } = scene;
    const asked = await ask();
    await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`update medical_records set status = 'stopped' where id = ${asked.record_id}`,
    );
    const wish = { id: asked.id, decision: 'approved' as const };
    expect((await doctor.refusal(decideRefill, wish)).code).toBe('conflict');
    const denied = await doctor.call(decideRefill, { id: asked.id, decision: 'denied', answer: 'Stopped.' });
    expect(denied.status).toBe('denied');
  });
});

describe('a doctor who denies', () => {
  it('says why, in words', async () => {
    const { doctor, patient } = scene;
    const asked = await ask();
    const silent = await doctor.refusal(decideRefill, { id: asked.id, decision: 'denied', answer: ' ' });
    expect(silent).toMatchObject({ facts: { errors: [{ path: 'answer', code: 'required' }] } });
    await doctor.call(decideRefill, { id: asked.id, decision: 'denied', answer: 'Come in first.' });
    expect(await patient.call(getRefill, { id: asked.id })).toMatchObject({
      status: 'denied',
      answer: 'Come in first.',
      renewed_record_id: null,
    });
    expect(await patient.call(getRecord, { id: asked.record_id })).toMatchObject({ status: 'active' });
  });
});
