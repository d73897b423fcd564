import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { amendRecord } from '#lib/operations/records/amend';
import { createRecord } from '#lib/operations/records/create';
import { getRecord } from '#lib/operations/records/get';
import { listRecordHistory } from '#lib/operations/records/history';
import { listChartRecords } from '#lib/operations/records/list';
import { markRecordInError } from '#lib/operations/records/mark-in-error';
import { signRecord } from '#lib/operations/records/sign';
import { signIn } from '../../factories/account';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let author: DoctorPerson;
let colleague: DoctorPerson;
let consultant: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
  const site = await createSite(clinic.clock);
  author = await createDoctor(clinic.clock, site);
  colleague = await createDoctor(clinic.clock, site);
  consultant = await createDoctor(clinic.clock, site);
});
afterAll(() => clinic.close());

beforeEach(async () => {
  // Signing asks for a sign-in that is not old.
  author = { ...author, ...visitor(clinic.clock, await signIn(clinic.clock, author.account)) };
  patient = await createPatient(clinic.clock, author.clinicId);
  await relate(clinic.clock, patient, author);
  await relate(clinic.clock, patient, colleague);
  await relate(clinic.clock, patient, consultant, 'consulting');
});

const note = (body: string, more: object = {}) => ({
  patient_id: patient.id,
  record_type: 'note' as const,
  content: { text: 'Visit note', body, ...more },
});

describe('a draft', () => {
  it('is its author’s alone, however often it is changed, until it is signed', async () => {
    const { id, stage, version } = await author.call(createRecord, { ...note('BP <120'), draft: true });
    expect([stage, version]).toEqual(['draft', 1]);
    await author.call(amendRecord, { id, content: { text: 'Visit note', body: 'BP <120, "O\'Brien"' } });
    for (const each of [colleague, patient]) {
      expect((await each.refusal(getRecord, { id })).code).toBe('not_found');
      const { items } = await each.call(listChartRecords, { patient_id: patient.id });
      expect(items).toEqual([]);
    }
    const signedNote = await author.call(signRecord, { id, expected_version: 2 });
    expect(signedNote).toMatchObject({
      stage: 'final',
      version: 3,
      content: { body: 'BP <120, "O\'Brien"' },
    });
    expect(await patient.call(getRecord, { id })).toMatchObject({ content: { body: 'BP <120, "O\'Brien"' } });
    // What it said before its signing is nobody else's.
    const versions = async (who: DoctorPerson | PatientPerson) =>
      (await who.call(listRecordHistory, { id })).items.map((item) => item.version);
    expect([await versions(author), await versions(colleague), await versions(patient)]).toEqual([
      [3, 2, 1],
      [3],
      [3],
    ]);
    expect((await clinic.events()).some(({ action }) => action === 'SIGN_RECORD')).toBe(true);
  });

  it('is signed once, and by nobody else', async () => {
    const { id } = await author.call(createRecord, { ...note('x'), draft: true });
    expect((await colleague.refusal(signRecord, { id })).code).toBe('not_found');
    expect((await author.refusal(signRecord, { id, expected_version: 7 })).code).toBe('stale_version');
    await author.call(signRecord, { id });
    expect((await author.refusal(signRecord, { id })).code).toBe('conflict');
  });

  it('is signed by somebody who has shown who they are not long ago', async () => {
    const { id } = await author.call(createRecord, { ...note('x'), draft: true });
    clinic.clock.advance(301);
    expect((await author.refusal(signRecord, { id })).code).toBe('insufficient_user_authentication');
  });

  it('of every type says so in its status, and no more once it is signed', async () => {
    const contents = {
      diagnosis: { text: 'Gout' },
      prescription: { text: 'Allopurinol 100 mg' },
      lab_result: { text: 'Urate', value: '0.50', unit: 'mmol/L' },
      allergy: { text: 'Penicillin' },
      immunization: { text: 'Influenza' },
      procedure: { text: 'Aspiration of knee' },
      encounter: { text: 'Consultation' },
    } as const;
    for (const [record_type, content] of Object.entries(contents)) {
      const wish = { patient_id: patient.id, record_type, content, draft: true } as never;
      const { id, status } = await author.call(createRecord, wish);
      const signedRecord = await author.call(signRecord, { id });
      expect([record_type, signedRecord.stage, signedRecord.content]).toMatchObject([
        record_type,
        'final',
        content,
      ]);
      if (record_type !== 'immunization' && record_type !== 'diagnosis' && record_type !== 'allergy')
        expect([record_type, status === signedRecord.status]).toEqual([record_type, false]);
    }
  });
});

describe('a signed note', () => {
  it('stays as it was read; what is added is a note of its own in the same chart', async () => {
    const { id } = await author.call(createRecord, note('First'));
    const amended = await author.refusal(amendRecord, {
      id,
      content: { text: 'Visit note', body: 'Second' },
    });
    expect(amended.code).toBe('conflict');
    expect((await author.call(getRecord, { id })).can.amend).toEqual({
      allowed: false,
      reason: 'signed_note',
    });
    const addendum = await colleague.call(createRecord, note('And this', { relates_to: id }));
    expect(addendum.content).toMatchObject({ body: 'And this', relates_to: id });
    const other = await createPatient(clinic.clock, author.clinicId);
    await relate(clinic.clock, other, colleague);
    const foreign = await colleague.refusal(createRecord, {
      ...note('x', { relates_to: id }),
      patient_id: other.id,
    });
    expect(foreign.facts.errors).toMatchObject([{ path: 'content.relates_to', code: 'not_found' }]);
  });

  it('can still be marked as an error by its author', async () => {
    const { id } = await author.call(createRecord, note('First'));
    await author.call(markRecordInError, { id, reason: 'Wrong chart' });
    const { items } = await author.call(listChartRecords, { patient_id: patient.id, include: 'eie' });
    expect(items).toMatchObject([{ id, stage: 'entered_in_error', content: { body: 'First' } }]);
  });
});

describe('a restricted record', () => {
  it('is for the patient and those who treat them; the label can be put on and taken off', async () => {
    const { id } = await author.call(createRecord, { ...note('Canary'), restricted: true });
    const seenBy = async () => {
      const tries = [author, colleague, consultant, patient].map((each) =>
        each.call(getRecord, { id }).then(
          () => true,
          ({ code }: { code: string }) => code,
        ),
      );
      return Promise.all(tries);
    };
    expect(await seenBy()).toEqual([true, true, 'not_found', true]);
    expect((await consultant.call(listChartRecords, { patient_id: patient.id })).total).toBe(0);
    const diagnosis = {
      patient_id: patient.id,
      record_type: 'diagnosis' as const,
      content: { text: 'Gout' },
    };
    const { id: gout } = await author.call(createRecord, diagnosis);
    await author.call(amendRecord, { id: gout, content: { text: 'Gout' }, restricted: true });
    expect((await consultant.refusal(getRecord, { id: gout })).code).toBe('not_found');
    await author.call(amendRecord, { id: gout, content: { text: 'Gout' }, restricted: false });
    expect((await consultant.call(getRecord, { id: gout })).sensitivity).toBe('normal');
  });

  it('is not written by whom restricted ones are not shared with', async () => {
    const refused = await consultant.refusal(createRecord, { ...note('x'), restricted: true });
    expect(refused.code).toBe('forbidden');
  });
});
