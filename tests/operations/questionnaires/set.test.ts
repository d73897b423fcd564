import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { getQuestionnaire } from '#lib/operations/questionnaires/get';
import { setQuestionnaire } from '#lib/operations/questionnaires/set';
import { createService } from '#lib/operations/services/create';
import { createAdmin, createDoctor, createSite, type DoctorPerson, type Person } from '../../factories/care';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { codeOf } from '../../harness/code-of';

let clinic: TestClinic;
let admin: Person;
let doctor: DoctorPerson;
let service: string;

const questions = [
  { kind: 'yes_no', text: 'Do you smoke?' },
  { kind: 'choice', text: 'Which side?', choices: ['Left', 'Right', 'Both'] },
] as const;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

beforeEach(async () => {
  const site = await createSite(clinic.clock);
  admin = await createAdmin(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  const told = { name: 'Follow-up', minutes: 30, colour: 'green', in_person: true } as const;
  service = (await admin.call(createService, { clinic_id: site, ...told })).id;
  await ask(questions);
});

const ask = (asked: readonly object[]) =>
  admin.call(setQuestionnaire, { id: service, questions: asked } as never);

it('is written as a whole by an admin, each time as a version of its own', async () => {
  const now = await admin.call(getQuestionnaire, { id: service });
  expect(now).toMatchObject({ version: 1, questions: questions.map(({ text }) => ({ text })) });
  const change = { id: service, questions: [questions[0]], expected_version: 1 } as never;
  await admin.call(setQuestionnaire, change);
  expect((await admin.refusal(setQuestionnaire, change)).code).toBe('stale_version');
  expect((await admin.call(getQuestionnaire, { id: service })).questions).toHaveLength(1);
  expect(await codeOf(doctor.call(setQuestionnaire, change))).toBe('insufficient_scope');
});

it.each([
  [{ kind: 'choice', text: 'Which?', choices: ['One'] }, 'questions.0.choices: too_few_choices'],
  [{ kind: 'choice', text: 'Which?', choices: ['One', 'One'] }, 'questions.0.choices: named_twice'],
  [{ kind: 'text', text: 'Which?', choices: ['One', 'Two'] }, 'questions.0.choices: no_choices'],
  [{ kind: 'text', text: ' ' }, 'questions.0.text: required'],
])('refuses %o', async (question, expected) => {
  const wish = { id: service, questions: [question] } as never;
  const { facts } = await admin.refusal(setQuestionnaire, wish);
  expect(facts.errors?.map(({ path, code }) => `${path}: ${code}`)).toEqual([expected]);
});

it('takes ten questions and no more', async () => {
  const many = (count: number) => Array.from({ length: count }, () => questions[0]);
  expect(await codeOf(ask(many(10)))).toBe('done');
  expect(await codeOf(ask(many(11)))).toBe('validation_failed');
});
