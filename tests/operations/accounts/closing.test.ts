import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { getAppointment } from '#lib/operations/appointments/get';
import { login } from '#lib/operations/auth/login';
import { signUp } from '#lib/operations/auth/sign-up';
import { verifyEmail } from '#lib/operations/auth/verify-email';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { deleteMe } from '#lib/operations/users/delete-me';
import { getMe } from '#lib/operations/users/get-me';
import { undoDeletion } from '#lib/operations/users/undo-deletion';
import { updateMe } from '#lib/operations/users/update-me';
import { signIn } from '../../factories/account';
import { createDoctor, createPatient, createSite } from '../../factories/care';
import { newStaff } from '../../factories/staff';
import {
  apiVisitor,
  enrol,
  goodPassword,
  portalVisitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailedToken, mailsTo } from '../../harness/mails';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const stranger = () => visitor(clinic.clock);
let count = 0;
async function leaver() {
  count += 1;
  const email = `leaver${count}@example.org`;
  await verifiedPatient(clinic, email);
  return { email, person: await portalVisitor(clinic.clock, email) };
}
const undoToken = (email: string) => mailedToken(clinic.database.superuserUrl, email);

describe('closing an account', () => {
  it('signs out everywhere at once, refuses the next sign-in as any other, and keeps the rows', async () => {
    const { email, person } = await leaver();
    const api = await apiVisitor(clinic.clock, email);
    await person.call(deleteMe, {});
    for (const each of [person, api.visitor]) {
      expect((await each.refusal(getMe, {})).code).toBe('unauthenticated');
    }
    const refused = await stranger().refusal(login, { email, password: goodPassword });
    expect(refused.code).toBe('invalid_credentials');
    const [kept] = await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`select count(*)::integer as n from users u join patients p on p.user_id = u.id
                    where u.deleted_at is not null and u.disabled_at is not null`,
    );
    expect(kept?.n).toBeGreaterThan(0);
    expect((await mailsTo(clinic.database.superuserUrl, email)).at(-1)?.subject).toBe(
      'Your account was closed',
    );
  });

  it('is undone by the mailed link for 30 days, once', async () => {
    const { email, person } = await leaver();
    await person.call(deleteMe, {});
    const token = await undoToken(email);
    clinic.clock.advance(29 * 24 * 3600);
    await stranger().call(undoDeletion, { token });
    await apiVisitor(clinic.clock, email);
    expect((await stranger().refusal(undoDeletion, { token })).facts.errors?.[0]?.code).toBe('invalid_token');
    const late = await leaver();
    await late.person.call(deleteMe, {});
    const old = await undoToken(late.email);
    clinic.clock.advance(30 * 24 * 3600);
    expect((await stranger().refusal(undoDeletion, { token: old })).facts.errors?.[0]?.code).toBe(
      'invalid_token',
    );
  });

  it('frees the address, and an account that was made with it since keeps it', async () => {
    const { email, person } = await leaver();
    await person.call(deleteMe, {});
    const undo = await undoToken(email);
    const anew = { email, password: 'Another-Life-7!' };
    await stranger().call(signUp, anew);
    const known = (await mailsTo(clinic.database.superuserUrl, email)).at(-1)?.subject;
    expect(known).toBe('Confirm your e-mail address');
    await stranger().call(verifyEmail, { token: await undoToken(email) });
    await apiVisitor(clinic.clock, email, anew.password);
    expect((await stranger().refusal(undoDeletion, { token: undo })).facts.errors?.[0]?.code).toBe(
      'invalid_token',
    );
  });

  it('cancels the visits to come with it, and is refused to a doctor whom patients are booked with', async () => {
    const site = await createSite(clinic.clock);
    const doctor = await createDoctor(clinic.clock, site);
    const { account } = await createPatient(clinic.clock, site, 'Gus Dicki');
    const patient = visitor(clinic.clock, await signIn(clinic.clock, account));
    const atWork = visitor(clinic.clock, await signIn(clinic.clock, doctor.account));
    const today = clinic.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate();
    const from = today.add({ days: 1 }).toString();
    const { days } = await patient.call(listSlots, { id: doctor.id, from });
    const scheduled_at = days.flatMap(({ slots }) => slots)[0]?.starts_at ?? '';
    const { id } = await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at });
    expect(await atWork.refusal(deleteMe, {})).toMatchObject({ status: 409, code: 'conflict' });
    await patient.call(deleteMe, {});
    expect((await atWork.call(getAppointment, { id })).status).toBe('cancelled');
    const event = (await clinic.events()).findLast(({ action }) => action === 'DELETE_ACCOUNT');
    expect(event?.additional_info).toEqual({ cancelled_visits: 1 });
    await atWork.call(deleteMe, {});
  });

  it('is refused to the last admin, also of two who leave at the same moment', async () => {
    const admins = [];
    for (const email of ['first.admin@example.org', 'second.admin@example.org']) {
      await newStaff(clinic, email, 'admin');
      const admin = await portalVisitor(clinic.clock, email);
      await enrol(clinic.clock, admin);
      admins.push(admin);
    }
    const left = await Promise.allSettled(admins.map((admin) => admin.call(deleteMe, {})));
    expect(left.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('asks for a fresh proof first', async () => {
    const { person } = await leaver();
    clinic.clock.advance(6 * 60);
    expect((await person.refusal(deleteMe, {})).code).toBe('insufficient_user_authentication');
  });
});

describe('changing the profile', () => {
  it.each(['role', 'email', 'is_verified', 'id', 'nickname'])('refuses %s', async (field) => {
    const { person } = await leaver();
    const refused = await person.refusal(updateMe, { first_name: 'Elsa', [field]: 'admin' });
    expect([refused.status, refused.facts.errors?.map(({ path, code }) => [path, code])]).toEqual([
      422,
      [[field, 'unknown_field']],
    ]);
  });
});
