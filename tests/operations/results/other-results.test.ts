import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uploadDocument } from '#lib/operations/documents/upload';
import { uploadOwnDocument } from '#lib/operations/documents/upload-own';
import { amendRecord } from '#lib/operations/records/amend';
import { getRecord } from '#lib/operations/records/get';
import { saveReleasePreferences } from '#lib/operations/release-preferences/save';
import { getResultCourse } from '#lib/operations/results/course';
import { listResultQueue } from '#lib/operations/results/queue';
import { revealOwnResult } from '#lib/operations/results/reveal';
import { reviewResult } from '#lib/operations/results/review';
import { listWithheld } from '#lib/operations/results/withheld';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { receive, stateOf } from '../../factories/results';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { someText } from '../documents/files';

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

describe('what is a result without being a laboratory’s', () => {
  const now = () => clinic.clock.now().toString();
  const v2 = (code: string) => [
    {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code }],
    },
  ];
  const kind = (code: string) => [
    {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/observation-category',
          code,
        },
      ],
    },
  ];
  const seen = (more: object) => ({
    resourceType: 'Observation',
    status: 'final',
    effectiveDateTime: now(),
    ...more,
  });
  const reports = (more: object) => ({
    resourceType: 'DiagnosticReport',
    status: 'final',
    effectiveDateTime: now(),
    ...more,
  });
  const file = (code: string) => ({
    resourceType: 'DocumentReference',
    status: 'current',
    date: now(),
    type: { coding: [{ system: 'http://loinc.org', code }] },
    content: [{ attachment: { contentType: 'application/pdf', data: 'JVBERi0=' } }],
  });
  const cases = (): [string, object][] => [
    [
      'imaging',
      reports({
        category: v2('RAD'),
        code: { text: 'Chest' },
        conclusion: 'A mass',
      }),
    ],
    ['imaging', seen({ category: kind('imaging'), code: { text: 'Lesion' } })],
    ['genetics', seen({ code: { text: 'BRCA1 variant' } })],
    ['pathology', seen({ category: kind('exam'), code: { text: 'Pap smear cytology' } })],
    ['other', reports({ code: { text: 'Findings' }, conclusion: 'Seen' })],
    ['infection', seen({ category: v2('LAB'), code: { text: 'HIV viral load' } })],
    ['pathology', file('11526-1')],
    ['imaging', file('18748-4')],
    ['imaging', { resourceType: 'ImagingStudy', status: 'available', started: now() }],
  ];
  const all = ['infection', 'genetics', 'pathology', 'imaging', 'other'];
  const wishAll = (choice: 'with_comment' | 'ask_first') =>
    patient.call(saveReleasePreferences, Object.fromEntries(all.map((each) => [each, choice])));

  it('waits for the patient’s word, stands among what waits, and is opened by it', async () => {
    await wishAll('ask_first');
    const given = cases();
    const ids = await receive(clinic, patient, ...given.map(([, tree]) => JSON.stringify(tree)));
    for (const [at, id] of ids.entries()) {
      const held = {
        release: 'ask_first',
        review: 'pending',
        result_category: given[at]?.[0],
      };
      expect(await stateOf(clinic, id), JSON.stringify(given[at])).toMatchObject(held);
      expect((await patient.refusal(getRecord, { id })).code).toBe('not_found');
    }
    const stubs = (await patient.call(listWithheld, {})).items;
    expect(stubs.map(({ id, category }) => [category, id]).sort()).toEqual(
      ids.map((id, at) => [given[at]?.[0], id]).sort(),
    );
    for (const id of ids) {
      await patient.call(revealOwnResult, { id });
      expect((await patient.call(getRecord, { id })).release).toBe('released');
    }
  });

  it('waits for a comment in the queue, is reviewed there, and the patient reads the comment beside it', async () => {
    await wishAll('with_comment');
    const ids = await receive(clinic, patient, ...cases().map(([, tree]) => JSON.stringify(tree)));
    const { items } = await doctor.call(listResultQueue, { page_size: 50 });
    const queued = items.filter(({ record }) => ids.includes(record.id)).map(({ record }) => record.id);
    expect(queued.sort()).toEqual([...ids].sort());
    for (const id of ids) {
      await doctor.call(reviewResult, {
        id,
        comment: 'Nothing to worry about.',
      });
      const { reviews } = await patient.call(getResultCourse, { id });
      expect(reviews).toMatchObject([{ comment: 'Nothing to worry about.' }]);
    }
  });

  it('is critical where it says so', async () => {
    const system = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
    const interpretation = [{ coding: [{ system, code: 'AA' }] }];
    const mass = seen({
      category: kind('imaging'),
      code: { text: 'Dissection' },
      interpretation,
    });
    const [id] = await receive(clinic, patient, JSON.stringify(mass));
    const { items } = await doctor.call(listResultQueue, {
      critical_only: true,
      page_size: 50,
    });
    expect(items.map(({ record }) => record.id)).toContain(id);
  });

  it('may be a document that a doctor adds, not one of the patient’s own', async () => {
    await wishAll('ask_first');
    const given = {
      title: 'CT chest report',
      category: 'report' as const,
      content: someText('CT'),
    };
    const added = await doctor.call(uploadDocument, {
      patient_id: patient.id,
      ...given,
    });
    const own = await patient.call(uploadOwnDocument, given);
    expect(await stateOf(clinic, added.id)).toMatchObject({
      release: 'ask_first',
    });
    expect(await stateOf(clinic, own.id)).toMatchObject({
      release: 'released',
      review: 'none',
    });
    const { content } = await doctor.call(getRecord, { id: added.id });
    await doctor.call(amendRecord, {
      id: added.id,
      content: { ...content, text: 'A file', category: 'Letter' },
    });
    expect(await stateOf(clinic, added.id)).toMatchObject({
      release: 'ask_first',
    });
  });
});
