import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelVisitByLink } from '#lib/operations/appointments/cancel-by-link';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { answerOffer } from '#lib/operations/waiting-list/answer';
import { answerOfferByLink } from '#lib/operations/waiting-list/answer-by-link';
import { getOfferByLink } from '#lib/operations/waiting-list/get-by-link';
import { joinWaitingList } from '#lib/operations/waiting-list/join';
import { visitor } from '../../factories/visitor';
import {
  freed,
  nine,
  offerOf,
  sqlOf,
  swept,
  theOffer,
  type WaitingScene,
  waitingScene,
  waits,
} from '../../factories/waiting-scene';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailedToken } from '../../harness/mails';

let clinic: TestClinic;
let scene: WaitingScene;
let token: string;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  if (scene) await sqlOf(scene)((sql) => sql`delete from waiting_list_offers`);
  if (scene) await sqlOf(scene)((sql) => sql`delete from waiting_list_entries`);
  scene = await waitingScene(clinic);
  await waits(scene, scene.first);
  await waits(scene, scene.second);
  await freed(scene);
  token = await mailedToken(clinic.database.superuserUrl, scene.first.account.email);
});

const stranger = () => visitor(clinic.clock);
const look = () => stranger().call(getOfferByLink, { token });
const answer = (said: 'accept' | 'decline') => stranger().call(answerOfferByLink, { token, answer: said });
const refused = (said: 'accept' | 'decline') =>
  stranger().refusal(answerOfferByLink, { token, answer: said });
const dead = { code: 'validation_failed', facts: { errors: [{ path: 'token', code: 'invalid_token' }] } };
const visits = async () => (await scene.first.call(listOwnAppointments, { when: 'upcoming' })).items;

it('shows when and where, not with whom or for whom, and uses nothing up', async () => {
  await look();
  const shown = await look();
  expect(shown).toEqual({
    scheduled_at: nine,
    ends_at: '2026-03-03T09:30:00Z',
    zone: 'Europe/London',
    mode: 'in_person',
    clinic_name: 'Northgate Clinic',
    expires_at: '2026-03-02T11:00:00Z',
    ...{ own_zone: null, visit_at: null, visit_zone: null },
  });
  expect(await theOffer(scene.first)).toMatchObject({ scheduled_at: nine });
});

it('tells the clock by which its reader lives, and that of the clinic of the visit it replaces', async () => {
  await sqlOf(scene)(
    (sql) => sql`update users set zone = 'Asia/Tokyo' where id = ${scene.second.account.id}`,
  );
  const wish = { doctor_id: scene.doctor.id, scheduled_at: '2026-03-05T09:00:00Z' };
  const { id } = await scene.second.call(bookAppointment, wish);
  await sqlOf(scene)((sql) => sql`update appointments set zone = 'Europe/Madrid' where id = ${id}`);
  await sqlOf(scene)((sql) => sql`delete from waiting_list_entries where patient_id = ${scene.second.id}`);
  await scene.second.call(joinWaitingList, { instead_of: id, from: '2026-03-03', until: '2026-03-03' });
  await answer('decline');
  await swept(scene);
  token = await mailedToken(clinic.database.superuserUrl, scene.second.account.email);
  expect(await look()).toMatchObject({
    zone: 'Europe/London',
    own_zone: 'Asia/Tokyo',
    visit_zone: 'Europe/Madrid',
  });
});

it('takes the time, once', async () => {
  const presses = await Promise.allSettled([answer('accept'), answer('accept')]);
  expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await visits()).toMatchObject([{ scheduled_at: nine }]);
  expect(await stranger().refusal(getOfferByLink, { token })).toMatchObject(dead);
  expect(await refused('decline')).toMatchObject(dead);
});

it('leaves it to the next', async () => {
  await answer('decline');
  expect(await refused('accept')).toMatchObject(dead);
  expect(await swept(scene)).toBe(1);
  expect([await offerOf(scene.first), (await theOffer(scene.second)).scheduled_at]).toEqual([null, nine]);
});

it('dies with the offer', async () => {
  clinic.clock.set('2026-03-02T10:59:59Z');
  await look();
  clinic.clock.set('2026-03-02T11:00:00Z');
  expect(await stranger().refusal(getOfferByLink, { token })).toMatchObject(dead);
  expect(await refused('accept')).toMatchObject(dead);
  expect(await visits()).toEqual([]);
});

it('says so where the offer was answered elsewhere', async () => {
  await scene.first.call(answerOffer, { id: (await theOffer(scene.first)).id, answer: 'decline' });
  expect(await stranger().refusal(getOfferByLink, { token })).toMatchObject(dead);
  expect((await refused('accept')).code).toBe('offer_ended');
});

it('is for this alone: neither does it change a visit, nor does a visit’s link answer an offer', async () => {
  expect(await stranger().refusal(cancelVisitByLink, { token })).toMatchObject(dead);
  await scene.second.call(bookAppointment, {
    doctor_id: scene.doctor.id,
    scheduled_at: '2026-03-05T09:00:00Z',
  });
  token = await mailedToken(clinic.database.superuserUrl, scene.second.account.email);
  expect(await refused('accept')).toMatchObject(dead);
});

it('is nobody’s whose account is shut', async () => {
  await sqlOf(scene)((sql) => sql`update users set disabled_at = now() where id = ${scene.first.account.id}`);
  expect(await refused('accept')).toMatchObject(dead);
});

it('shows the visit that it takes the place of, and cancels it', async () => {
  const wish = { doctor_id: scene.doctor.id, scheduled_at: '2026-03-05T09:00:00Z' };
  const { id } = await scene.second.call(bookAppointment, wish);
  await sqlOf(scene)((sql) => sql`delete from waiting_list_entries where patient_id = ${scene.second.id}`);
  await scene.second.call(joinWaitingList, { instead_of: id, from: '2026-03-03', until: '2026-03-03' });
  await answer('decline');
  await swept(scene);
  token = await mailedToken(clinic.database.superuserUrl, scene.second.account.email);
  expect(await look()).toMatchObject({ scheduled_at: nine, visit_at: '2026-03-05T09:00:00Z' });
  await answer('accept');
  const { items } = await scene.second.call(listOwnAppointments, {});
  expect(items.map(({ scheduled_at, status }) => [scheduled_at, status])).toEqual([
    [nine, 'scheduled'],
    ['2026-03-05T09:00:00Z', 'cancelled'],
  ]);
});
