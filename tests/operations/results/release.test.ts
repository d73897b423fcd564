import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { amendRecord } from '#lib/operations/records/amend';
import { createRecord } from '#lib/operations/records/create';
import { getRecord } from '#lib/operations/records/get';
import { listChartRecords } from '#lib/operations/records/list';
import { listReleasePreferences } from '#lib/operations/release-preferences/list';
import { saveReleasePreferences } from '#lib/operations/release-preferences/save';
import { listResults } from '#lib/operations/results/list';
import { revealOwnResult } from '#lib/operations/results/reveal';
import { listWithheld } from '#lib/operations/results/withheld';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { labText, receive, stateOf } from '../../factories/results';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;
let site: Awaited<ReturnType<typeof createSite>>;

beforeAll(async () => {
  clinic = await openClinic();
  site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
});
afterAll(() => clinic.close());
beforeEach(async () => {
  patient = await createPatient(clinic.clock, site);
  await relate(clinic.clock, patient, doctor);
});

const typed = (more: Record<string, unknown> = {}) => ({
  patient_id: patient.id,
  record_type: 'lab_result' as const,
  content: {
    text: 'Potassium',
    code: '2823-3',
    code_system: 'http://loinc.org',
    value: '4.4',
    unit: 'mmol/L',
    ...more,
  },
});
const wish = (choice: 'at_once' | 'with_comment' | 'ask_first') =>
  patient.call(saveReleasePreferences, { blood_and_chemistry: choice });
const mails = async () =>
  (await mailsTo(clinic.database.superuserUrl, patient.account.email)).map(({ subject }) => subject);

describe('without a wish', () => {
  it('a new result is seen at once, its patient is told, and a doctor is asked to look', async () => {
    const [id] = await receive(clinic, patient, labText(clinic));
    expect(await stateOf(clinic, id)).toEqual({
      release: 'released',
      review: 'pending',
      result_category: 'blood_and_chemistry',
    });
    expect(await patient.call(getRecord, { id: String(id) })).toMatchObject({ title: 'Potassium' });
    expect(await mails()).toEqual(['There is news about your results']);
  });

  it.each([
    ['a critical value', { flag: 'HH' }, 'critical'],
    ['a critical value of last year', { flag: 'HH', days: 365 }, 'none'],
    ['what is 89 days old', { days: 89 }, 'pending'],
    ['what is 91 days old', { days: 91 }, 'none'],
    ['what was entered in error', { status: 'entered-in-error' }, 'none'],
  ])('received: %s', async (_name, lab, review) => {
    const [id] = await receive(clinic, patient, labText(clinic, lab));
    expect(await stateOf(clinic, id)).toMatchObject({ review, release: 'released' });
    expect(await mails()).toHaveLength(review === 'none' ? 0 : 1);
  });

  it('what came together is told of once', async () => {
    await receive(clinic, patient, ...[1, 2, 3].map((value) => labText(clinic, { value })));
    expect(await mails()).toHaveLength(1);
  });

  it.each([
    ['a usual value', {}, 'none'],
    ['a critical one', { interpretation: 'LL' }, 'critical'],
  ])('a doctor who types %s themselves', async (_name, more, review) => {
    const { id } = await doctor.call(createRecord, typed(more));
    expect(await stateOf(clinic, id)).toMatchObject({ review, release: 'released' });
  });

  it('a draft is neither released nor told of', async () => {
    await doctor.call(createRecord, { ...typed({ interpretation: 'LL' }), draft: true });
    expect(await mails()).toEqual([]);
    expect((await patient.call(listWithheld, {})).items).toEqual([]);
  });
});

describe('a wish', () => {
  it('is honoured by whatever is written from then on, and says no more than that there is something', async () => {
    await wish('ask_first');
    const { id: own } = await doctor.call(createRecord, typed());
    const [received] = await receive(clinic, patient, labText(clinic));
    for (const id of [own, String(received)]) {
      expect((await patient.refusal(getRecord, { id })).code).toBe('not_found');
      expect(await doctor.call(getRecord, { id })).toMatchObject({ release: 'ask_first' });
    }
    expect((await patient.call(listChartRecords, {})).total).toBe(0);
    expect((await patient.call(listResults, {})).items).toEqual([]);
    const { items } = await patient.call(listWithheld, {});
    expect(items.map(({ id, category, release }) => [id, category, release])).toEqual(
      expect.arrayContaining([
        [own, 'blood_and_chemistry', 'ask_first'],
        [received, 'blood_and_chemistry', 'ask_first'],
      ]),
    );
    expect(JSON.stringify(items)).not.toContain('otassium');
    expect(await mails()).toHaveLength(2);
  });

  it('holds for what is corrected before it was shown', async () => {
    await wish('ask_first');
    const { id } = await doctor.call(createRecord, typed());
    const { content } = typed({ value: '4.6' });
    await doctor.call(amendRecord, { id, content });
    expect(await stateOf(clinic, id)).toMatchObject({ release: 'ask_first' });
    expect((await patient.refusal(getRecord, { id })).code).toBe('not_found');
  });

  it('is of one category alone', async () => {
    await patient.call(saveReleasePreferences, { genetics: 'ask_first' });
    const [potassium, gene] = await receive(
      clinic,
      patient,
      labText(clinic),
      labText(clinic, { code: '21636-6', name: 'BRCA1 gene mutations found', value: 'None' }),
    );
    expect(await stateOf(clinic, potassium)).toMatchObject({ release: 'released' });
    expect(await stateOf(clinic, gene)).toMatchObject({ release: 'ask_first', result_category: 'genetics' });
  });

  it('to wait for a comment puts the result into the queue, and is met by a doctor who writes one with it', async () => {
    await wish('with_comment');
    const bare = await doctor.call(createRecord, typed());
    const said = await doctor.call(createRecord, typed({ comment: 'All is well.' }));
    const [old] = await receive(clinic, patient, labText(clinic, { days: 400 }));
    expect(await stateOf(clinic, bare.id)).toMatchObject({ release: 'awaiting_comment', review: 'pending' });
    expect(await stateOf(clinic, said.id)).toMatchObject({ release: 'released', review: 'none' });
    expect(await stateOf(clinic, old)).toMatchObject({ release: 'awaiting_comment', review: 'pending' });
    // Only what can be read or opened is told of.
    expect(await mails()).toHaveLength(1);
  });

  it('that is taken back shows what waited, in the same act', async () => {
    await wish('with_comment');
    const [id] = await receive(clinic, patient, labText(clinic));
    await wish('ask_first');
    expect(await stateOf(clinic, id)).toMatchObject({ release: 'ask_first' });
    await wish('at_once');
    expect(await patient.call(getRecord, { id: String(id) })).toMatchObject({ release: 'released' });
    // And what was seen stays seen.
    await wish('ask_first');
    expect(await patient.call(getRecord, { id: String(id) })).toMatchObject({ release: 'released' });
    const event = (await clinic.events()).filter(({ action }) => action === 'SAVE_RELEASE_WISHES').at(-2);
    expect(event).toMatchObject({
      user_id: patient.account.id,
      patient_id: patient.id,
      request_data: { blood_and_chemistry: 'at_once' },
      additional_info: { results: 1 },
    });
  });

  it('to wait for a comment puts what is already waiting into the queue', async () => {
    await wish('ask_first');
    const { id } = await doctor.call(createRecord, typed());
    expect(await stateOf(clinic, id)).toMatchObject({ release: 'ask_first', review: 'none' });
    await wish('with_comment');
    expect(await stateOf(clinic, id)).toMatchObject({ release: 'awaiting_comment', review: 'pending' });
  });

  it('that is saved while results are being written misses none of them', async () => {
    await wish('ask_first');
    const writes = Array.from({ length: 6 }, () => doctor.call(createRecord, typed()));
    const [, ...written] = await Promise.all([wish('at_once'), ...writes]);
    for (const { id } of written) expect(await stateOf(clinic, id)).toMatchObject({ release: 'released' });
  });

  it('is asked for by its owner and nobody else', async () => {
    const admin = await createAdmin(clinic.clock);
    for (const each of [doctor, admin]) {
      expect((await each.refusal(listReleasePreferences, {})).code).toBe('forbidden');
      expect((await each.refusal(saveReleasePreferences, { other: 'ask_first' })).code).toBe('forbidden');
    }
    await wish('ask_first');
    const { items } = await patient.call(listReleasePreferences, {});
    expect(items).toHaveLength(6);
    expect(items.filter(({ since }) => since !== null)).toMatchObject([
      { category: 'blood_and_chemistry', choice: 'ask_first' },
    ]);
  });
});

describe('a result of which the patient is asked first', () => {
  it('is shown by their word, once and to them alone', async () => {
    await wish('ask_first');
    const [id = ''] = await receive(clinic, patient, labText(clinic));
    const other = await createPatient(clinic.clock, site);
    for (const each of [other, doctor])
      expect((await each.refusal(revealOwnResult, { id })).code).toBe('not_found');
    await patient.call(revealOwnResult, { id });
    expect(await patient.call(getRecord, { id })).toMatchObject({ title: 'Potassium' });
    expect((await patient.refusal(revealOwnResult, { id })).code).toBe('not_found');
    const event = (await clinic.events()).findLast(({ action }) => action === 'REVEAL_RESULT');
    expect(event).toMatchObject({ resource_id: id, response_status: 404 });
  });

  it('does not open what waits for a comment', async () => {
    await wish('with_comment');
    const [id = ''] = await receive(clinic, patient, labText(clinic));
    expect((await patient.refusal(revealOwnResult, { id })).code).toBe('not_found');
  });
});
