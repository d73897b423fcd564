import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withActor } from '#db/client';
import { bookAppointment } from '#lib/operations/appointments/book';
import { changeVisitState } from '#lib/operations/appointments/change-state';
import { getAppointment } from '#lib/operations/appointments/get';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { setQuestionnaire } from '#lib/operations/questionnaires/set';
import { createService } from '#lib/operations/services/create';
import { getVisitAnswers } from '#lib/operations/visit-answers/get';
import { writeVisitAnswers } from '#lib/operations/visit-answers/write';
import { newRequestId } from '#lib/platform/request-id';
import { signIn } from '../../factories/account';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  type Person,
} from '../../factories/care';
import { createCarer } from '../../factories/carer';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { codeOf } from '../../harness/code-of';

let clinic: TestClinic;
let admin: Person;
let doctor: DoctorPerson;
let patient: PatientPerson;
let service: string;
let id: string;

const canary = 'Canary-77c2 stairs';
const questions = [
  { kind: 'yes_no', text: 'Do you smoke?' },
  { kind: 'choice', text: 'Which side?', choices: ['Left', 'Right', 'Both'] },
  { kind: 'text', text: 'What else?' },
  { kind: 'number', text: 'How bad is it?' },
] as const;
const all = ['yes', 'Both', canary, '10'];

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

// The clock stands on Monday, 2 March 2026, 10:00; the visit is from 11:00 to 11:30, and London is on UTC until 29 March.
beforeEach(async () => {
  clinic.clock.set('2026-03-02T10:00:00Z');
  const site = await createSite(clinic.clock);
  admin = await createAdmin(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  const told = { name: 'Follow-up', minutes: 30, colour: 'green', in_person: true } as const;
  service = (await admin.call(createService, { clinic_id: site, ...told })).id;
  id = await booked(patient, '2026-03-02T11:00:00Z');
  await ask(questions);
});

async function booked(who: PatientPerson, scheduled_at: string): Promise<string> {
  const visit = await who.call(bookAppointment, { doctor_id: doctor.id, scheduled_at });
  await sql((tx) => tx`update appointments set service_id = ${service} where id = ${visit.id}`);
  return visit.id;
}

const sql = <T>(work: Parameters<typeof asRole<T>>[1]) => asRole(clinic.database.superuserUrl, work);
const ask = (asked: readonly object[]) =>
  admin.call(setQuestionnaire, { id: service, questions: asked } as never);
const read = (by: Person = patient) => by.call(getVisitAnswers, { id });
async function answer(answers: (string | null)[], by: Person = patient): Promise<string> {
  const { questionnaire_id } = await read();
  return codeOf(by.call(writeVisitAnswers, { id, questionnaire_id, answers }));
}
const given = async (by: Person = patient) => (await read(by)).items.map((each) => each.answer);

describe('the patient answers', () => {
  it('and the doctor reads it, and sees on the day that it is filled in', async () => {
    const stateOn = async () =>
      (await doctor.call(listOwnAppointments, { date: '2026-03-02' })).items.map((each) => each.questions);
    expect([await stateOn(), (await read(doctor)).answered_at]).toEqual([['asked'], null]);
    expect(await answer(all)).toBe('done');
    expect(await given(doctor)).toEqual(all);
    expect(await stateOn()).toEqual(['answered']);
    expect(await read(doctor)).toMatchObject({ answered_as: 'self', answered_at: '2026-03-02T10:00:00Z' });
  });

  it('may leave questions out, but not all, and answers nothing that is no answer', async () => {
    expect(await answer([null, 'Left'])).toBe('done');
    expect(await given()).toEqual([null, 'Left', null, null]);
    expect(await answer([null, ' '])).toBe('validation_failed');
    for (const wrong of [['maybe'], [null, 'Up'], [null, null, null, '11'], [null, null, null, '1.5']])
      expect(await answer(wrong), wrong.join()).toBe('validation_failed');
    expect(await given()).toEqual([null, 'Left', null, null]);
  });

  it('and changes it until the visit has begun; all that was answered is kept', async () => {
    await answer(['yes']);
    await doctor.call(changeVisitState, { id, state: 'arrived' });
    clinic.clock.advance(60);
    expect(await answer(['no'])).toBe('done');
    await doctor.call(changeVisitState, { id, state: 'in_progress' });
    expect((await patient.call(getAppointment, { id })).can.answer.reason).toBe('already_begun');
    expect(await answer(['yes'])).toBe('conflict');
    expect((await given())[0]).toBe('no');
    const rows = await sql((tx) => tx`select from visit_answers where appointment_id = ${id}`);
    expect(rows).toHaveLength(2);
  });

  it('and nothing after the visit’s time, or once it is called off', async () => {
    clinic.clock.set('2026-03-02T11:30:00Z');
    expect(await answer(all)).toBe('conflict');
    clinic.clock.set('2026-03-02T10:00:00Z');
    await doctor.call(changeVisitState, { id, state: 'cancelled', reason: 'Ill' });
    expect(await answer(all)).toBe('conflict');
  });

  it('the questions that were read; answers stay with theirs when others are asked', async () => {
    const { questionnaire_id } = await read();
    await ask([{ kind: 'text', text: 'Only this?' }]);
    const late = { id, questionnaire_id, answers: all };
    expect(await codeOf(patient.call(writeVisitAnswers, late))).toBe('stale_version');
    expect(await answer([canary])).toBe('done');
    await ask([]);
    expect((await read()).items).toMatchObject([{ text: 'Only this?', answer: canary }]);
    const other = await createPatient(clinic.clock, doctor.clinicId);
    const theirs = await booked(other, '2026-03-03T09:00:00Z');
    expect((await other.call(getAppointment, { id: theirs })).questions).toBe('none');
    expect(await codeOf(other.call(getVisitAnswers, { id: theirs }))).toBe('not_found');
  });

  it('under their own key, and the log holds no word of it', async () => {
    await answer(all);
    const [row] = await sql((tx) => tx`select answers from visit_answers where appointment_id = ${id}`);
    expect(Buffer.from(row?.answers).toString('latin1')).not.toContain('Canary');
    const events = (await clinic.events()).filter(({ action }) => action === 'WRITE_VISIT_ANSWERS');
    expect(events.length).toBeGreaterThan(0);
    expect(JSON.stringify(events)).not.toContain('Canary');
  });
});

describe('who may', () => {
  it('a carer who books for them; one who sees the chart alone reads', async () => {
    const books = await createCarer(clinic, patient, 'appointments', '2026-03-20');
    const reads = await createCarer(clinic, patient, 'chart', '2026-03-20');
    expect(await answer(all, books)).toBe('done');
    expect(await read(reads)).toMatchObject({ answered_as: 'carer' });
    expect(await answer(all, reads)).toBe('forbidden');
  });

  it('no doctor in the patient’s place, no stranger and no admin', async () => {
    await answer(all);
    expect(await answer(all, doctor)).toBe('forbidden');
    const codes = [];
    for (const each of [
      await createPatient(clinic.clock, doctor.clinicId),
      await createDoctor(clinic.clock, doctor.clinicId),
      admin,
    ])
      codes.push(await codeOf(read(each)), await answer(all, each));
    expect(codes).toEqual([
      ...['not_found', 'not_found', 'not_found', 'not_found'],
      ...['insufficient_scope', 'insufficient_scope'],
    ]);
  });
});

describe('the database asks the same', () => {
  /** What somebody’s own session could do past every operation. */
  async function past(
    by: Person,
    work: (tx: Parameters<Parameters<typeof withActor>[1]>[0]) => Promise<unknown>,
  ) {
    const { session } = await signIn(clinic.clock, by.account);
    const actor = { kind: 'user', session, now: clinic.clock.now(), requestId: newRequestId() } as const;
    return withActor(actor, work).catch((error: { code?: string }) => error.code ?? `${error}`);
  }
  const write = (by: Person, as: 'self' | 'carer' = 'self', questionnaire?: string) =>
    past(by, async (tx) => {
      const { count } = await tx`
        insert into visit_answers (id, patient_id, appointment_id, questionnaire_id, answers, answered_by, answered_as, answered_at)
        values (gen_random_uuid(), ${patient.id}, ${id},
                coalesce(${questionnaire ?? null}::uuid, (select q.id from service_questionnaires q where q.service_id = ${service} limit 1)),
                '\\x00', ${by.account.id}, ${as}, app.now())`;
      return count;
    });
  const seen = (by: Person) => past(by, async (tx) => (await tx`select id from visit_answers`).length);
  const refused = '42501';

  it('who answers: the patient’s side, for their own visit, as what they are', async () => {
    const other = await createPatient(clinic.clock, doctor.clinicId);
    const books = await createCarer(clinic, patient, 'appointments', '2026-03-20');
    const outcomes = [];
    for (const [by, as] of [
      ...([
        [patient, 'carer'],
        [books, 'self'],
        [doctor, 'self'],
        [doctor, 'carer'],
        [other, 'self'],
      ] as const),
      ...([
        [patient, 'self'],
        [books, 'carer'],
      ] as const),
    ])
      outcomes.push(await write(by, as));
    expect(outcomes).toEqual([refused, refused, refused, refused, refused, 1, 1]);
  });

  it('until the visit has begun, and what that visit asks', async () => {
    const told = { name: 'Other', minutes: 30, colour: 'green', in_person: true } as const;
    const other = (await admin.call(createService, { clinic_id: doctor.clinicId, ...told })).id;
    await admin.call(setQuestionnaire, { id: other, questions: [questions[0]] } as never);
    const [foreign] = await sql(
      (tx) => tx`select id from service_questionnaires where service_id = ${other}`,
    );
    expect(await write(patient, 'self', foreign?.id)).toBe(refused);
    await doctor.call(changeVisitState, { id, state: 'in_progress' });
    expect(await write(patient)).toBe(refused);
  });

  it('who reads: whoever may open what the patient has written', async () => {
    await answer(all);
    const reads = await createCarer(clinic, patient, 'chart', '2026-03-20');
    const strangers = [
      await createPatient(clinic.clock, doctor.clinicId),
      await createDoctor(clinic.clock, doctor.clinicId),
      admin,
    ];
    const counts = [];
    for (const each of [patient, doctor, reads, ...strangers]) counts.push(await seen(each));
    expect(counts).toEqual([1, 1, 1, 0, 0, 0]);
  });
});
