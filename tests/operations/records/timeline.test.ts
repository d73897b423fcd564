import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRecord } from '#lib/operations/records/create';
import { markRecordInError } from '#lib/operations/records/mark-in-error';
import { searchRecords } from '#lib/operations/records/search';
import { viewTimeline } from '#lib/operations/records/timeline';
import { newId } from '#lib/platform/ids';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  type Person,
  relate,
} from '../../factories/care';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let doctor: DoctorPerson;
let colleague: DoctorPerson;
let consultant: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  colleague = await createDoctor(clinic.clock, site);
  consultant = await createDoctor(clinic.clock, site);
});
afterAll(() => clinic.close());

beforeEach(async () => {
  patient = await createPatient(clinic.clock, doctor.clinicId);
  await relate(clinic.clock, patient, doctor);
  await relate(clinic.clock, patient, colleague);
  await relate(clinic.clock, patient, consultant, 'consulting');
});

const write = (record_type: string, content: object, more: object = {}, who: Person = doctor) =>
  who.call(createRecord, { patient_id: patient.id, record_type, content, ...more } as never);

const timeline = (who: Person, asked: object = {}) =>
  who.call(viewTimeline, { patient_id: patient.id, ...asked } as never);

const titles = async (who: Person, asked: object = {}) =>
  (await timeline(who, asked)).items.map(({ title }) => title);

describe('the timeline', () => {
  it('shows each reader what they may see, newest first, and nobody else anything', async () => {
    await write('diagnosis', { text: 'Gout' }, { occurred_at: '2020-03' });
    await write('allergy', { text: 'Penicillin' }, { occurred_at: '2021-01-05' });
    await write('diagnosis', { text: 'Depression' }, { occurred_at: '2022-01-05', restricted: true });
    await write('note', { text: 'Visit note', body: 'Unfinished' }, { occurred_at: '2023', draft: true });
    const wrong = await write('procedure', { text: 'Appendectomy' });
    await doctor.call(markRecordInError, { id: wrong.id, reason: 'Wrong chart' });

    expect(await titles(doctor)).toEqual(['Visit note', 'Depression', 'Penicillin', 'Gout']);
    for (const each of [colleague, patient]) {
      expect(await titles(each)).toEqual(['Depression', 'Penicillin', 'Gout']);
    }
    expect(await timeline(consultant)).toMatchObject({
      items: [{ title: 'Penicillin' }, { title: 'Gout' }],
      total: 2,
      next: null,
    });
    const [stranger, admin] = [
      await createDoctor(clinic.clock, doctor.clinicId),
      await createAdmin(clinic.clock),
    ];
    const asked = { patient_id: patient.id };
    expect((await stranger.refusal(viewTimeline, asked)).code).toBe('not_found');
    expect((await admin.refusal(viewTimeline, asked)).code).toBe('insufficient_scope');
  });

  it('keeps to the types, the days, the author and the drafts that were asked for', async () => {
    await write('diagnosis', { text: 'Gout' }, { occurred_at: '2020-03-01' });
    await write('allergy', { text: 'Latex' }, { occurred_at: '2021-06-30' }, colleague);
    await write('immunization', { text: 'Influenza' }, { occurred_at: '2021-07-01', draft: true });
    expect(await titles(doctor, { record_types: ['allergy', 'diagnosis'] })).toEqual(['Latex', 'Gout']);
    expect(await titles(doctor, { from: '2021-06-30', until: '2021-06-30' })).toEqual(['Latex']);
    expect(await titles(doctor, { author_id: colleague.id })).toEqual(['Latex']);
    expect(await titles(doctor, { drafts: true })).toEqual(['Influenza']);
    expect(await titles(colleague, { drafts: true })).toEqual([]);
  });

  it('finds the flagged results, however many others stand between them', async () => {
    const range = { reference_range: { low: '3.5', high: '5.1' }, unit: 'mmol/L' };
    for (const [day, value] of ['6.2', '4.0', '4.1', '3.0', '4.2'].entries()) {
      await write(
        'lab_result',
        { text: `K ${value}`, value, ...range },
        { occurred_at: `2024-01-0${day + 1}` },
      );
    }
    const first = await timeline(doctor, { notable: true, limit: 1 });
    expect(first).toMatchObject({ items: [{ title: 'K 3.0' }], total: null });
    const second = await timeline(doctor, { notable: true, limit: 1, before: first.next });
    expect(second).toMatchObject({ items: [{ title: 'K 6.2' }], next: null });
    expect(await titles(doctor, { notable: true, record_types: ['note'] })).toEqual([]);
  });

  it('goes on only after a record of the same chart', async () => {
    const other = await createPatient(clinic.clock, doctor.clinicId);
    await relate(clinic.clock, other, doctor);
    const foreign = await write('diagnosis', { text: 'Asthma' }, { patient_id: other.id });
    for (const before of [foreign.id, newId('medical_records')]) {
      expect((await doctor.refusal(viewTimeline, { patient_id: patient.id, before })).code).toBe('not_found');
    }
  });

  it('read page by page is the whole, without loss or doubles, whatever shares a moment', async () => {
    const days = ['2019', '2020-02', '2020-02-01', '2020-02-01', '2021-05-05'];
    const occurred = fc.array(fc.constantFrom(...days), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(occurred, fc.integer({ min: 1, max: 4 }), async (dates, limit) => {
        const chart = await createPatient(clinic.clock, doctor.clinicId);
        await relate(clinic.clock, chart, doctor);
        const place = { patient_id: chart.id };
        for (const occurred_at of dates) await write('allergy', { text: 'Nuts' }, { ...place, occurred_at });
        const whole = (await timeline(doctor, place)).items.map(({ id }) => id);
        const read: string[] = [];
        for (let before: string | null | undefined; before !== null; ) {
          const page = await timeline(doctor, { ...place, limit, ...(before && { before }) });
          expect(page.total).toBe(dates.length);
          read.push(...page.items.map(({ id }) => id));
          before = page.next;
        }
        expect(read).toEqual(whole);
        expect(new Set(whole).size).toBe(dates.length);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a search in a chart', () => {
  const found = async (who: Person, q: string) =>
    (await who.call(searchRecords, { patient_id: patient.id, q })).items.map(({ record, excerpt }) => [
      record.title,
      excerpt,
    ]);

  it('reads names, values and the whole text of notes, without regard to case and marks', async () => {
    await write('allergy', { text: 'Crème brûlée', reaction: 'Hives' });
    await write('note', { text: 'Visit note', body: `${'Well. '.repeat(200)}Knee pain\non stairs.` });
    expect(await found(doctor, 'BRULEE')).toEqual([['Crème brûlée', null]]);
    expect(await found(doctor, 'hives')).toEqual([['Crème brûlée', 'Crème brûlée Hives']]);
    const [[title, excerpt] = []] = await found(doctor, 'stairs knee');
    expect([title, excerpt]).toEqual(['Visit note', expect.stringContaining('Knee pain on stairs.')]);
    expect(await found(doctor, 'stairs hives')).toEqual([]);
    expect(await found(doctor, 'active')).toEqual([]);
    expect(await found(doctor, '  ')).toEqual([]);
  });

  it('finds nothing that the reader may not see, and its words stand in no event', async () => {
    await write('note', { text: 'Visit note', body: 'Canary-5b1e' }, { restricted: true });
    await write('note', { text: 'Visit note', body: 'Canary-5b1e' }, { draft: true });
    const counts = [];
    for (const each of [doctor, colleague, patient, consultant]) {
      counts.push((await found(each, 'canary-5b1e')).length);
    }
    expect(counts).toEqual([2, 1, 1, 0]);
    const events = (await clinic.events()).filter(({ action }) => action === 'SEARCH_RECORDS');
    expect(events.length).toBeGreaterThan(0);
    expect(JSON.stringify(events).toLowerCase()).not.toContain('canary');
  });
});
