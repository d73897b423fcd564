import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelVisitByLink } from '#lib/operations/appointments/cancel-by-link';
import { getVisitByLink } from '#lib/operations/appointments/get-by-link';
import { makeCalendarFeed } from '#lib/operations/calendar-feeds/make';
import { readCalendarFeed } from '#lib/operations/calendar-feeds/read';
import { resetPassword } from '#lib/operations/passwords/reset';
import { stopRemindersByLink } from '#lib/operations/reminders/stop-by-link';
import { changeEmail } from '#lib/operations/users/change-email';
import { confirmEmail } from '#lib/operations/users/confirm-email';
import { getOfferByLink } from '#lib/operations/waiting-list/get-by-link';
import { type ReminderScene, reminderScene, weekBefore } from '../../factories/reminder-scene';
import { otherPassword, portalVisitor, visitor } from '../../factories/visitor';
import { freed, waitingScene, waits } from '../../factories/waiting-scene';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailedToken } from '../../harness/mails';
import { askedForReset, passwordOwner } from '../passwords/steps';

let clinic: TestClinic;
let scene: ReminderScene;
let visit: string;
let off: string;
let feed: string;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  scene = await reminderScene(clinic);
  await scene.book();
  await scene.lookAt(weekBefore);
  const [mail] = await scene.reminders();
  visit = new URL(mail?.link ?? '').searchParams.get('token') ?? '';
  off = new URL(mail?.unsubscribe ?? '').searchParams.get('token') ?? '';
  feed = (await (await scene.again(scene.patient)).call(makeCalendarFeed, {})).token;
  await stranger().call(getVisitByLink, { token: visit });
  await stranger().call(readCalendarFeed, { token: feed });
});

const stranger = () => visitor(clinic.clock);
const tokenTo = (address: string) => mailedToken(clinic.database.superuserUrl, address);

async function moveTo(email: string, who = scene.patient): Promise<void> {
  await (await scene.again(who)).call(changeEmail, { email });
  await stranger().call(confirmEmail, { token: await tokenTo(email) });
}

async function expectAllDead(): Promise<void> {
  const refusals = [
    await stranger().refusal(getVisitByLink, { token: visit }),
    await stranger().refusal(cancelVisitByLink, { token: visit }),
    await stranger().refusal(stopRemindersByLink, { token: off }),
    await stranger().refusal(readCalendarFeed, { token: feed }),
  ];
  expect(refusals.map(({ code }) => code)).toEqual([
    ...['validation_failed', 'validation_failed', 'validation_failed'],
    'not_found',
  ]);
}

it('what was mailed to an address works no more once the account has another, nor does the calendar', async () => {
  await moveTo('new.visits@example.org');
  await expectAllDead();
});

it('an offer of a time neither', async () => {
  const waiting = await waitingScene(clinic);
  await waits(waiting, waiting.first);
  await freed(waiting);
  const token = await tokenTo(waiting.first.account.email);
  await stranger().call(getOfferByLink, { token });
  await moveTo('new.offers@example.org', waiting.first);
  expect((await stranger().refusal(getOfferByLink, { token })).code).toBe('validation_failed');
});

it('so it is after a reset of the password', async () => {
  const email = await passwordOwner(clinic);
  const owner = await portalVisitor(clinic.clock, email);
  await owner.call(bookAppointment, { doctor_id: scene.doctor.id, scheduled_at: '2026-03-17T10:00:00Z' });
  visit = await tokenTo(email);
  feed = (await owner.call(makeCalendarFeed, {})).token;
  await stranger().call(getVisitByLink, { token: visit });
  const token = await askedForReset(clinic, email);
  await stranger().call(resetPassword, { token, new_password: otherPassword });
  expect((await stranger().refusal(getVisitByLink, { token: visit })).code).toBe('validation_failed');
  expect((await stranger().refusal(readCalendarFeed, { token: feed })).code).toBe('not_found');
});

it('of others nothing ends', async () => {
  const other = await reminderScene(clinic);
  await moveTo('new.others@example.org', other.patient);
  clinic.clock.set(weekBefore);
  await stranger().call(getVisitByLink, { token: visit });
  await stranger().call(readCalendarFeed, { token: feed });
});
