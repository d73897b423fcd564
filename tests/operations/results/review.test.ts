import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withActor } from '#db/client';
import { insertRow } from '#db/rows';
import { careRelationships } from '#db/schema/care-relationships';
import type { UserCaller } from '#lib/operations/kernel/caller';
import { amendRecord } from '#lib/operations/records/amend';
import { createRecord } from '#lib/operations/records/create';
import { getRecord } from '#lib/operations/records/get';
import { markRecordInError } from '#lib/operations/records/mark-in-error';
import { saveReleasePreferences } from '#lib/operations/release-preferences/save';
import { getResultCourse } from '#lib/operations/results/course';
import { listResultQueue } from '#lib/operations/results/queue';
import { reviewResult } from '#lib/operations/results/review';
import { newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { labText, receive, stateOf } from '../../factories/results';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';

let clinic: TestClinic;
let site: Awaited<ReturnType<typeof createSite>>;
let doctor: DoctorPerson;
let colleague: DoctorPerson;
let consulting: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
  site = await createSite(clinic.clock);
});
afterAll(() => clinic.close());
beforeEach(async () => {
  [doctor, colleague, consulting] = [
    await createDoctor(clinic.clock, site),
    await createDoctor(clinic.clock, site),
    await createDoctor(clinic.clock, site),
  ];
  patient = await createPatient(clinic.clock, site);
  await relate(clinic.clock, patient, doctor);
  await relate(clinic.clock, patient, colleague);
  await relate(clinic.clock, patient, consulting, 'consulting');
});

const queueOf = async (who: DoctorPerson, input = {}) =>
  (await who.call(listResultQueue, input)).items.map(({ record }) => record.id);
const mails = async () =>
  (await mailsTo(clinic.database.superuserUrl, patient.account.email)).map(({ subject }) => subject);
const reviewsAs = async (who: DoctorPerson | PatientPerson, id: string) =>
  (await who.call(getResultCourse, { id })).reviews;

describe('the queue', () => {
  it('holds what waits, critical first, then the oldest, with whose it is', async () => {
    const other = await createPatient(clinic.clock, site, 'Gus Dicki');
    await relate(clinic.clock, other, doctor);
    const [young, old] = await receive(
      clinic,
      patient,
      labText(clinic, { days: 1 }),
      labText(clinic, { days: 5 }),
      labText(clinic, { days: 300 }),
    );
    const [critical] = await receive(clinic, other, labText(clinic, { flag: 'LL', days: 2, value: 2.1 }));
    const { items, total } = await doctor.call(listResultQueue, {});
    expect(items.map(({ record }) => record.id)).toEqual([critical, old, young]);
    expect(total).toBe(3);
    expect(items[0]).toMatchObject({
      patient: { legal_name: 'Gus Dicki' },
      record: { review: 'critical', flag: { key: 'critical_low', critical: true } },
    });
    expect(await queueOf(doctor, { critical_only: true })).toEqual([critical]);
    expect(await queueOf(doctor, { page: 2, page_size: 2 })).toEqual([young]);
    expect(await queueOf(colleague)).toEqual([old, young]);
  });

  it('is that of who treats: neither of who is consulted, nor of a patient', async () => {
    await receive(clinic, patient, labText(clinic));
    expect(await queueOf(consulting)).toEqual([]);
    expect((await patient.refusal(listResultQueue, {})).code).toBe('forbidden');
  });

  it('leaves out what was entered in error', async () => {
    const wish = { patient_id: patient.id, record_type: 'lab_result' as const };
    const content = { text: 'Potassium', value: '7.1', unit: 'mmol/L', interpretation: 'HH' as const };
    const { id } = await doctor.call(createRecord, { ...wish, content });
    expect(await queueOf(doctor)).toEqual([id]);
    await doctor.call(markRecordInError, { id });
    expect(await queueOf(doctor)).toEqual([]);
    expect((await doctor.refusal(reviewResult, { id, acknowledge_critical: true })).code).toBe('conflict');
  });
});

describe('a review', () => {
  it('takes the result from everybody’s queue, and its comment is read by the patient and in the chart', async () => {
    const [id = ''] = await receive(clinic, patient, labText(clinic));
    await doctor.call(reviewResult, { id, comment: 'Usual for you. <5 is fine.' });
    expect([await queueOf(doctor), await queueOf(colleague)]).toEqual([[], []]);
    for (const each of [patient, colleague]) {
      expect(await reviewsAs(each, id)).toMatchObject([
        {
          doctor_id: doctor.id,
          comment: 'Usual for you. <5 is fine.',
          critical_acknowledged: false,
          version: 1,
        },
      ]);
    }
    expect(await mails()).toEqual(['There is news about your results', 'Your doctor has left you a comment']);
  });

  it('needs no words, and is then no news', async () => {
    const [id = ''] = await receive(clinic, patient, labText(clinic));
    await doctor.call(reviewResult, { id });
    expect(await reviewsAs(patient, id)).toMatchObject([{ comment: null }]);
    expect(await mails()).toHaveLength(1);
  });

  it('of a critical value acknowledges it', async () => {
    const [id = ''] = await receive(clinic, patient, labText(clinic, { flag: 'AA' }));
    const refusal = await doctor.refusal(reviewResult, { id, comment: 'Seen' });
    expect(refusal.facts.errors).toMatchObject([{ path: 'acknowledge_critical', code: 'not_acknowledged' }]);
    expect(await stateOf(clinic, id)).toMatchObject({ review: 'critical' });
    await doctor.call(reviewResult, { id, acknowledge_critical: true });
    expect(await stateOf(clinic, id)).toMatchObject({ review: 'done' });
    expect(await reviewsAs(doctor, id)).toMatchObject([{ critical_acknowledged: true }]);
  });

  it('releases what waits for a comment, and for that needs one', async () => {
    await patient.call(saveReleasePreferences, { blood_and_chemistry: 'with_comment' });
    const [id = ''] = await receive(clinic, patient, labText(clinic));
    const refusal = await doctor.refusal(reviewResult, { id, comment: '  ' });
    expect(refusal.facts.errors).toMatchObject([{ path: 'comment', code: 'comment_awaited' }]);
    expect((await patient.refusal(getRecord, { id })).code).toBe('not_found');
    expect(await mails()).toEqual([]);
    await doctor.call(reviewResult, { id, comment: 'Come to see me on Monday.' });
    expect(await patient.call(getRecord, { id })).toMatchObject({ release: 'released', review: 'done' });
    expect(await reviewsAs(patient, id)).toMatchObject([{ comment: 'Come to see me on Monday.' }]);
    expect(await mails()).toEqual(['There is news about your results']);
  });

  it('does not show what the patient wants to be asked about', async () => {
    await patient.call(saveReleasePreferences, { blood_and_chemistry: 'ask_first' });
    const [id = ''] = await receive(clinic, patient, labText(clinic));
    await doctor.call(reviewResult, { id, comment: 'Hidden words' });
    expect(await stateOf(clinic, id)).toMatchObject({ release: 'ask_first', review: 'done' });
    expect((await patient.refusal(getResultCourse, { id })).code).toBe('not_found');
    expect(await mails()).toHaveLength(1);
  });

  it('by two doctors at once is one: the other hears of it', async () => {
    const [id = ''] = await receive(clinic, patient, labText(clinic));
    const both = [doctor, colleague].map((who) =>
      who.call(reviewResult, { id, comment: `From ${who.id}` }).then(
        () => 'done',
        ({ code }) => code,
      ),
    );
    expect((await Promise.all(both)).sort()).toEqual(['conflict', 'done']);
    expect(await reviewsAs(doctor, id)).toHaveLength(1);
  });

  it('is of the version that was read', async () => {
    const content = { text: 'Potassium', value: '7.1', unit: 'mmol/L', interpretation: 'HH' as const };
    const wish = { patient_id: patient.id, record_type: 'lab_result' as const, content };
    const { id } = await doctor.call(createRecord, wish);
    await doctor.call(amendRecord, {
      id,
      content: { ...content, value: '4.1', interpretation: 'N' as const },
    });
    const late = await colleague.refusal(reviewResult, {
      id,
      expected_version: 1,
      acknowledge_critical: true,
    });
    expect(late.code).toBe('stale_version');
    expect(await stateOf(clinic, id)).toMatchObject({ review: 'pending' });
    await colleague.call(reviewResult, { id, expected_version: 2 });
    // What becomes critical by a correction is looked at again.
    await doctor.call(amendRecord, { id, content });
    expect(await stateOf(clinic, id)).toMatchObject({ review: 'critical' });
  });

  it('is for those who write in the chart', async () => {
    const [id = ''] = await receive(clinic, patient, labText(clinic));
    const stranger = await createDoctor(clinic.clock, site);
    expect((await stranger.refusal(reviewResult, { id })).code).toBe('not_found');
    expect((await patient.refusal(reviewResult, { id })).code).toBe('insufficient_scope');
    await consulting.call(reviewResult, { id });
    expect(await stateOf(clinic, id)).toMatchObject({ review: 'done' });
  });

  it('is kept for good: nobody changes or removes one', async () => {
    const [id = ''] = await receive(clinic, patient, labText(clinic));
    await doctor.call(reviewResult, { id, comment: 'Kept' });
    const context = {
      kind: 'user',
      session: (doctor.caller as UserCaller).session,
      now: clinic.clock.now(),
      requestId: newRequestId(),
    } as const;
    for (const statement of ['update result_reviews set version = 9', 'delete from result_reviews']) {
      const attempt = withActor(context, (tx) => tx.unsafe(statement));
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('a carer', () => {
  it('reads what the patient reads, with what was said of it, and nothing restricted', async () => {
    const carer = await createPatient(clinic.clock, site);
    const moment = { now: clinic.clock.now(), requestId: newRequestId() };
    await withActor({ kind: 'system', job: 'import', ...moment }, (tx) =>
      insertRow(tx, careRelationships, {
        id: newId('care_relationships'),
        patient_id: patient.id,
        user_id: carer.account.id,
        kind: 'carer',
        valid_from: moment.now,
        created_at: moment.now,
      }),
    );
    const [open = '', restricted = ''] = await receive(clinic, patient, labText(clinic), labText(clinic));
    await asRole(clinic.database.superuserUrl, async (sql) => {
      await sql`alter table medical_records disable trigger medical_records_stage_move`;
      await sql`update medical_records set sensitivity = 'restricted' where id = ${restricted}`;
      await sql`alter table medical_records enable trigger medical_records_stage_move`;
    });
    for (const id of [open, restricted]) await doctor.call(reviewResult, { id, comment: 'For the family' });
    expect(await reviewsAs(carer, open)).toMatchObject([{ comment: 'For the family' }]);
    const { series } = await carer.call(getResultCourse, { id: open });
    expect(series[0]?.points).toHaveLength(1);
    expect((await carer.refusal(getResultCourse, { id: restricted })).code).toBe('not_found');
    expect((await patient.call(getResultCourse, { id: open })).series[0]?.points).toHaveLength(2);
    expect((await carer.refusal(reviewResult, { id: open })).code).toBe('insufficient_scope');
    await patient.call(saveReleasePreferences, { blood_and_chemistry: 'ask_first' });
    const [hidden = ''] = await receive(clinic, patient, labText(clinic));
    expect((await carer.refusal(getResultCourse, { id: hidden })).code).toBe('not_found');
  });
});
