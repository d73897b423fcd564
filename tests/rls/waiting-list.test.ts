import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withActor } from '#db/client';
import { listWaits } from '#lib/operations/waiting-list/list';
import { newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import type { SystemJob } from '#lib/policy/jobs';
import { signIn } from '../factories/account';
import { createAdmin, createDoctor, type DoctorPerson, type Person, relate } from '../factories/care';
import { type Carer, createCarer } from '../factories/carer';
import { freed, sqlOf, theOffer, type WaitingScene, waitingScene, waits } from '../factories/waiting-scene';
import { openClinic, type TestClinic } from '../harness/clinic';

let clinic: TestClinic;
let scene: WaitingScene;
let booker: Carer;
let reader: Carer;
let colleague: DoctorPerson;
let admin: Person;
let offer: string;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

beforeEach(async () => {
  scene = await waitingScene(clinic);
  booker = await createCarer(clinic, scene.first, 'appointments');
  reader = await createCarer(clinic, scene.first, 'chart');
  colleague = await createDoctor(clinic.clock, scene.doctor.clinicId);
  admin = await createAdmin(clinic.clock);
  await relate(clinic.clock, scene.first, colleague);
  await waits(scene, scene.first);
  await freed(scene);
  offer = (await theOffer(scene.first)).id;
});

type Outcome = number | string;
const outcome = (error: { constraint_name?: string; message: string }) =>
  error.constraint_name ?? error.message;

/** A statement by somebody, past every operation: how many rows it reached. It is taken back. */
async function reached(person: Person, statement: string): Promise<Outcome> {
  const { clock } = clinic;
  const { session } = await signIn(clock, person.account);
  const actor = { kind: 'user', session, now: clock.now(), requestId: newRequestId() } as const;
  let count: Outcome = 0;
  await withActor(actor, async (tx) => {
    count = (await tx.unsafe(statement)).count;
    throw new Error('taken back');
  }).catch((error) => {
    if (error.message !== 'taken back') count = outcome(error);
  });
  return count;
}

const byJob = (job: SystemJob, statement: string): Promise<Outcome> =>
  withActor(
    { kind: 'system', job, now: clinic.clock.now(), requestId: newRequestId() },
    async (tx) => (await tx.unsafe(statement)).count,
  ).catch(outcome);

describe('an entry and its offer', () => {
  const entries = () => `select id from waiting_list_entries where patient_id = '${scene.first.id}'`;
  const offers = () => `select id from waiting_list_offers where patient_id = '${scene.first.id}'`;

  it('are seen by the patient, their carers and the doctor who is waited for', async () => {
    for (const who of [scene.first, booker, reader, scene.doctor]) {
      expect([await reached(who, entries()), await reached(who, offers())]).toEqual([1, 1]);
    }
  });

  it('are seen by nobody else: not by who treats the patient, nor by administration', async () => {
    for (const who of [scene.second, scene.holder, colleague, admin]) {
      expect([await reached(who, entries()), await reached(who, offers())]).toEqual([0, 0]);
    }
    expect([await byJob('mail', entries()), await byJob('waiting-list', entries())]).toEqual([0, 1]);
  });

  it('are ended by the patient and who books for them alone', async () => {
    const end = `update waiting_list_entries set status = 'withdrawn', ended_at = app.now() where patient_id = '${scene.first.id}'`;
    const decline = `update waiting_list_offers set outcome = 'declined', ended_at = app.now() where id = '${offer}'`;
    for (const who of [scene.first, booker])
      expect([await reached(who, end), await reached(who, decline)]).toEqual([1, 1]);
    for (const who of [reader, scene.doctor, scene.second, colleague, admin]) {
      expect([await reached(who, end), await reached(who, decline)]).toEqual([0, 0]);
    }
  });

  it('are made by the patient’s side, and by the job, and in nobody else’s name', async () => {
    const join = (patient: string, by: string, visit = 'null') => `insert into waiting_list_entries
      (id, patient_id, speciality, from_day, until_day, day_parts, instead_of, status, created_by, created_at)
      values ('${newId('waiting_list_entries')}', '${patient}', 'Eyes', '2026-03-03', '2026-03-04', '{}', ${visit}, 'waiting', '${by}', app.now())`;
    const own = (who: Person) => reached(who, join(scene.first.id, who.account.id));
    for (const who of [scene.first, booker]) expect(await own(who)).toBe(1);
    for (const who of [reader, scene.doctor, scene.second, colleague, admin])
      expect(await own(who)).toMatch(/row-level security/);
    expect(await reached(scene.first, join(scene.first.id, booker.account.id))).toMatch(/row-level security/);
    expect(
      await reached(scene.first, join(scene.first.id, scene.first.account.id, `'${scene.booked}'`)),
    ).toMatch(/row-level security/);
    const again = `insert into waiting_list_offers
      select gen_random_uuid(), entry_id, patient_id, appointment_id, doctor_id, scheduled_at, ends_at, zone, mode, offered_at,
             expires_at, null, null from waiting_list_offers where id = '${offer}'`;
    for (const who of [scene.first, scene.doctor])
      expect(await reached(who, again)).toMatch(/row-level security/);
    await sqlOf(scene)((sql) => sql`update waiting_list_offers set outcome = 'declined', ended_at = now()`);
    const twice = async () => [await byJob('waiting-list', again), await byJob('waiting-list', again)];
    expect(await twice()).toEqual([1, 'waiting_list_offers_open']);
  });
});

describe('the time that is kept', () => {
  const held = () => `appointments where status = 'held' and doctor_id = '${scene.doctor.id}'`;

  it('is seen, and let go, by the patient’s side alone', async () => {
    for (const who of [scene.first, booker]) {
      expect([
        await reached(who, `select id from ${held()}`),
        await reached(who, `delete from ${held()}`),
      ]).toEqual([1, 1]);
    }
    for (const who of [reader, scene.doctor, scene.second, colleague, admin]) {
      expect([
        await reached(who, `select id from ${held()}`),
        await reached(who, `delete from ${held()}`),
      ]).toEqual([0, 0]);
    }
  });

  it('is kept in nobody’s name by the job alone', async () => {
    const keep = `insert into appointments
      (id, patient_id, doctor_id, clinic_id, scheduled_at, ends_at, zone, status, held_until, version, booked_as, created_at, updated_at)
      values (gen_random_uuid(), '${scene.first.id}', '${colleague.id}', '${colleague.clinicId}', '2026-03-05T09:00:00Z',
              '2026-03-05T09:30:00Z', 'Europe/London', 'held', '2026-03-05T09:00:00Z', 1, 'patient', app.now(), app.now())`;
    for (const who of [scene.first, booker, colleague])
      expect(await reached(who, keep)).toMatch(/row-level security/);
  });
});

it('the job takes the eyes of who waits, else of who books for them, and of nobody else; no other job takes any', async () => {
  const [entry] = (await scene.first.call(listWaits, {})).items;
  const eyes = `select user_id from app.waiting_actor('${entry?.id}')`;
  const whose = (who: Person) => byJob('waiting-list', `${eyes} where user_id = '${who.account.id}'`);
  const shut = (who: Person) =>
    sqlOf(scene)((sql) => sql`update users set disabled_at = now() where id = ${who.account.id}`);
  expect([
    await byJob('waiting-list', eyes),
    await byJob('mail', eyes),
    await reached(scene.first, eyes),
  ]).toEqual([1, 0, 0]);
  expect(await whose(scene.first)).toBe(1);
  await shut(scene.first);
  expect([await byJob('waiting-list', eyes), await whose(booker)]).toEqual([1, 1]);
  await shut(booker);
  // Whoever reads the chart alone books nothing.
  expect(await byJob('waiting-list', eyes)).toBe(0);
});
