import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestAmendment } from '#lib/operations/amendment-requests/create';
import { decideAmendment } from '#lib/operations/amendment-requests/decide';
import { disagreeWithAmendment } from '#lib/operations/amendment-requests/disagree';
import { getAmendmentRequest } from '#lib/operations/amendment-requests/get';
import { listAmendmentRequests } from '#lib/operations/amendment-requests/list';
import { withdrawAmendment } from '#lib/operations/amendment-requests/withdraw';
import { amendRecord } from '#lib/operations/records/amend';
import { createRecord } from '#lib/operations/records/create';
import { getRecord } from '#lib/operations/records/get';
import { listRecordHistory } from '#lib/operations/records/history';
import { markRecordInError } from '#lib/operations/records/mark-in-error';
import { exportMe } from '#lib/operations/users/export-me';
import { newId } from '#lib/platform/ids';
import { openRequestScene, type RequestScene } from '../../factories/request-scene';
import { mailsTo } from '../../harness/mails';

let scene: RequestScene;
beforeAll(async () => {
  scene = await openRequestScene();
});
afterAll(() => scene.clinic.close());

const words = { wrong: 'I was never told of this', wanted: 'Raised blood pressure, seen once' };
const ask = async (more: object = {}) => {
  const { id, version } = await scene.diagnose(more);
  return scene.patient.call(requestAmendment, { record_id: id, record_version: version, ...words });
};
const deny = (id: string) =>
  scene.doctor.call(decideAmendment, { id, decision: 'denied', answer: 'Measured at three visits.' });
const mails = (person: { account: { email: string } }) =>
  mailsTo(scene.clinic.database.superuserUrl, person.account.email);
const codes = async (calls: Promise<{ code: string }>[]) =>
  (await Promise.all(calls)).map(({ code }) => code);

describe('a patient who asks for a correction', () => {
  it('says what is wrong and what should stand there; the record stays as it is', async () => {
    const told = (await mails(scene.doctor)).length;
    const asked = await ask();
    expect(asked).toMatchObject({ status: 'requested', ...words, record_version: 1, answer: null });
    const days = (Date.parse(asked.due_at) - Date.parse(asked.requested_at)) / 86_400_000;
    expect(days).toBe(60);
    expect(await scene.patient.call(getRecord, { id: asked.record_id })).toMatchObject({ version: 1 });
    const mail = (await mails(scene.doctor)).slice(told);
    expect(mail).toHaveLength(1);
    expect(JSON.stringify(mail)).not.toMatch(/hypertension|vargas|never told/i);
  });

  it('needs both in words', async () => {
    const { id } = await scene.diagnose();
    const refusal = await scene.patient.refusal(requestAmendment, {
      ...{ record_id: id, record_version: 1, wrong: ' ', wanted: '' },
    });
    expect(refusal.facts.errors?.map(({ path, code }) => [path, code])).toEqual([
      ['wrong', 'required'],
      ['wanted', 'required'],
    ]);
  });

  it('asks of what they may see, as they have read it, and once at a time', async () => {
    const { patient, carer, doctor, strangers, diagnose } = scene;
    const record = await diagnose();
    const wish = { record_id: record.id, record_version: 1, ...words };
    expect((await doctor.refusal(requestAmendment, wish)).code).toBe('forbidden');
    expect(await codes(strangers.map((each) => each.refusal(requestAmendment, wish)))).toEqual([
      'not_found',
      'not_found',
      'not_found',
    ]);
    expect((await patient.refusal(requestAmendment, { ...wish, record_version: 2 })).code).toBe(
      'stale_version',
    );
    const both = await Promise.allSettled([
      patient.call(requestAmendment, wish),
      carer.call(requestAmendment, wish),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [draft, restricted, wrong] = [
      await diagnose({ draft: true }),
      await diagnose({ restricted: true }),
      await diagnose(),
    ];
    const of = ({ id }: { id: string }, record_version = 1) => ({ ...wish, record_id: id, record_version });
    expect((await patient.refusal(requestAmendment, of(draft))).code).toBe('not_found');
    expect((await carer.refusal(requestAmendment, of(restricted))).code).toBe('not_found');
    await doctor.call(markRecordInError, { id: wrong.id });
    expect((await patient.refusal(requestAmendment, of(wrong, 2))).code).toBe('conflict');
    const unknown = of({ id: newId('medical_records') });
    expect((await patient.refusal(requestAmendment, unknown)).code).toBe('not_found');
  });

  it('may take it back until somebody has decided', async () => {
    const { patient, doctor, strangers } = scene;
    const { id } = await ask();
    expect((await doctor.refusal(withdrawAmendment, { id })).code).toBe('forbidden');
    expect(await codes(strangers.map((each) => each.refusal(withdrawAmendment, { id })))).toEqual([
      'not_found',
      'not_found',
      'not_found',
    ]);
    await patient.call(withdrawAmendment, { id });
    expect((await patient.refusal(withdrawAmendment, { id })).code).toBe('conflict');
    const late = { id, decision: 'denied', answer: 'No' } as const;
    expect((await doctor.refusal(decideAmendment, late)).code).toBe('conflict');
  });
});

describe('a doctor who accepts', () => {
  it('corrects the record in the same act, with the reason, and the request names the version', async () => {
    const { doctor, patient } = scene;
    const asked = await ask();
    const told = (await mails(patient)).length;
    const decided = await doctor.call(decideAmendment, {
      id: asked.id,
      decision: 'accepted',
      content: { text: 'Raised blood pressure' },
      reason: 'The patient has asked for it',
      expected_version: 1,
    });
    expect(decided).toMatchObject({ status: 'accepted', accepted_version: 2, decided_by: 'Dr Amara Okafor' });
    expect(await patient.call(getRecord, { id: asked.record_id })).toMatchObject({
      version: 2,
      title: 'Raised blood pressure',
    });
    const { items } = await patient.call(listRecordHistory, { id: asked.record_id });
    expect(items[0]).toMatchObject({ version: 2, reason: 'The patient has asked for it' });
    expect(await mails(patient)).toHaveLength(told + 1);
  });

  it('says what is to stand there, of the version that was read', async () => {
    const { doctor } = scene;
    const asked = await ask();
    const wish = { id: asked.id, decision: 'accepted' } as const;
    expect(await doctor.refusal(decideAmendment, wish)).toMatchObject({
      facts: { errors: [{ path: 'content', code: 'required' }] },
    });
    const broken = await doctor.refusal(decideAmendment, { ...wish, content: { text: '' } });
    expect(broken.facts.errors).toMatchObject([{ path: 'content.text', code: 'required' }]);
    await doctor.call(amendRecord, { id: asked.record_id, content: { text: 'Hypertension' } });
    const stale = { ...wish, content: { text: 'None' }, expected_version: 1 };
    expect((await doctor.refusal(decideAmendment, stale)).code).toBe('stale_version');
    expect(await doctor.call(getAmendmentRequest, { id: asked.id })).toMatchObject({ status: 'requested' });
  });

  it('says what was done where the record takes no other words', async () => {
    const { doctor, patient } = scene;
    const note = await doctor.call(createRecord, {
      patient_id: patient.id,
      record_type: 'note',
      content: { text: 'Visit note', body: 'Smokes' },
    });
    const asked = await patient.call(requestAmendment, {
      ...{ record_id: note.id, record_version: note.version, ...words },
    });
    const wish = { id: asked.id, decision: 'accepted' } as const;
    expect((await doctor.refusal(decideAmendment, { ...wish, content: { text: 'x' } })).code).toBe(
      'conflict',
    );
    expect(await doctor.refusal(decideAmendment, wish)).toMatchObject({
      facts: { errors: [{ path: 'answer', code: 'required' }] },
    });
    const done = await doctor.call(decideAmendment, { ...wish, answer: 'An addendum says so.' });
    expect(done).toMatchObject({ status: 'accepted', accepted_version: null });
    expect(await patient.call(getRecord, { id: note.id })).toMatchObject({ version: note.version });
  });

  it('does so once, also when a colleague denies at the same moment', async () => {
    const { doctor, colleague, patient } = scene;
    const asked = await ask();
    const both = await Promise.allSettled([
      doctor.call(decideAmendment, { id: asked.id, decision: 'accepted', content: { text: 'Corrected' } }),
      colleague.call(decideAmendment, { id: asked.id, decision: 'denied', answer: 'No' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { status, accepted_version } = await patient.call(getAmendmentRequest, { id: asked.id });
    const { version } = await patient.call(getRecord, { id: asked.record_id });
    expect([status, accepted_version, version]).toEqual(
      status === 'accepted' ? ['accepted', 2, 2] : ['denied', null, 1],
    );
  });

  it('treats the patient: nobody else decides', async () => {
    const { id } = await ask();
    const wish = { id, decision: 'denied', answer: 'No' } as const;
    const { consultant, patient, carer, strangers } = scene;
    expect((await consultant.refusal(decideAmendment, wish)).code).toBe('forbidden');
    for (const each of [patient, carer]) {
      expect((await each.refusal(decideAmendment, wish)).code).toBe('insufficient_scope');
    }
    expect(await codes(strangers.map((each) => each.refusal(decideAmendment, wish)))).toEqual([
      'insufficient_scope',
      'not_found',
      'insufficient_scope',
    ]);
  });
});

describe('a denial', () => {
  it('gives a reason, and the patient may add one statement that stands with the record', async () => {
    const { patient, doctor, consultant, strangers } = scene;
    const asked = await ask();
    const silent = { id: asked.id, decision: 'denied', answer: '\n' } as const;
    expect(await doctor.refusal(decideAmendment, silent)).toMatchObject({
      facts: { errors: [{ path: 'answer', code: 'required' }] },
    });
    const early = { id: asked.id, disagreement: 'I disagree' };
    expect((await patient.refusal(disagreeWithAmendment, early)).code).toBe('conflict');
    await deny(asked.id);
    expect((await doctor.refusal(disagreeWithAmendment, early)).code).toBe('forbidden');
    const stated = await patient.call(disagreeWithAmendment, early);
    expect(stated).toMatchObject({ status: 'denied', disagreement: 'I disagree' });
    expect((await patient.refusal(disagreeWithAmendment, early)).code).toBe('conflict');
    const wish = { record_id: asked.record_id };
    for (const each of [patient, doctor, consultant]) {
      expect((await each.call(listAmendmentRequests, wish)).items).toEqual([stated]);
    }
    expect(await codes(strangers.map((each) => each.refusal(listAmendmentRequests, wish)))).toEqual([
      'not_found',
      'not_found',
      'insufficient_scope',
    ]);
    const copy = await patient.call(exportMe, {});
    expect(copy.amendment_requests).toContainEqual(stated);
  });

  it('of what is restricted stays with those who may see it', async () => {
    const { carer, consultant, colleague } = scene;
    const asked = await ask({ restricted: true });
    await deny(asked.id);
    expect(
      await codes([carer, consultant].map((each) => each.refusal(getAmendmentRequest, { id: asked.id }))),
    ).toEqual(['not_found', 'not_found']);
    expect(await colleague.call(getAmendmentRequest, { id: asked.id })).toMatchObject({ status: 'denied' });
  });
});

it('the queue of a doctor holds the own patients’ wishes, the longest waiting first', async () => {
  const { clinic, doctor, consultant, strangers } = scene;
  const first = await ask();
  clinic.clock.advance(300);
  const second = await ask();
  const { items } = await doctor.call(listAmendmentRequests, { open: true, page_size: 100 });
  const ids = items.map(({ id }) => id);
  expect(ids.indexOf(first.id)).toBeGreaterThan(-1);
  expect(ids.indexOf(second.id)).toBeGreaterThan(ids.indexOf(first.id));
  for (const each of [consultant, strangers[1]]) {
    expect((await each?.call(listAmendmentRequests, { open: true }))?.items).toEqual([]);
  }
});
