import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { carryOutDueApprovals } from '#lib/jobs/handlers/carry-out-approvals';
import { carryOutApproval } from '#lib/operations/approvals/carry-out';
import { decideApproval } from '#lib/operations/approvals/decide';
import { getApproval } from '#lib/operations/approvals/get';
import { acceptInvitation } from '#lib/operations/auth/accept-invitation';
import { login } from '#lib/operations/auth/login';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { getOwnCalendarFeed } from '#lib/operations/calendar-feeds/get-own';
import { makeCalendarFeed } from '#lib/operations/calendar-feeds/make';
import { listFactors } from '#lib/operations/factors/list';
import { resetPassword } from '#lib/operations/passwords/reset';
import { getOwnRecovery } from '#lib/operations/recoveries/get-own';
import { objectToRecovery } from '#lib/operations/recoveries/object';
import { objectByLink } from '#lib/operations/recoveries/object-by-link';
import { redeemRecovery } from '#lib/operations/recoveries/redeem';
import { requestRecovery } from '#lib/operations/recoveries/request';
import { confirmEmail } from '#lib/operations/users/confirm-email';
import { getMe } from '#lib/operations/users/get-me';
import { undoDeletion } from '#lib/operations/users/undo-deletion';
import { userId } from '#lib/platform/ids';
import { signIn } from '../../factories/account';
import { createAdmin, type Person } from '../../factories/care';
import { addPhone, textsTo } from '../../factories/phone-holder';
import { newStaff } from '../../factories/staff';
import {
  enrol,
  goodPassword,
  portalCaller,
  portalVisitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailedToken, mailsTo } from '../../harness/mails';

let clinic: TestClinic;
let admins: { asking: Person; deciding: Person };
beforeAll(async () => {
  clinic = await openClinic();
});
beforeEach(async () => {
  admins = { asking: await createAdmin(clinic.clock), deciding: await createAdmin(clinic.clock) };
});
afterAll(() => clinic.close());

const stranger = () => visitor(clinic.clock);

/** Somebody with an authenticator app that is lost from here on. */
async function owner(email: string, role: 'patient' | 'doctor' = 'patient') {
  if (role === 'patient') await verifiedPatient(clinic, email);
  else await newStaff(clinic, email, role);
  const person = await portalVisitor(clinic.clock, email);
  await enrol(clinic.clock, person);
  return { email, person, id: userId.parse((await person.call(getMe, {})).id) };
}

async function ask(id: ReturnType<typeof userId.parse>) {
  const wish = { id, identity_check: 'in_person', reason: 'Phone in the lake' } as const;
  return (await admins.asking.call(requestRecovery, wish)).approval_id;
}

async function agreed(id: ReturnType<typeof userId.parse>) {
  const approval = await ask(id);
  await admins.deciding.call(decideApproval, { id: approval, decision: 'approved' });
  return approval;
}

const opening = (text: string) => text.split(/[.;:] /)[1];

const subjects = async (email: string) =>
  (await mailsTo(clinic.database.superuserUrl, email)).map(({ subject }) => subject);

describe('a recovery of an account with a phone on file', () => {
  it('is told to that phone too, step by step, without the link', async () => {
    const { database, clock } = clinic;
    const { email, person, id } = await owner('texted@example.org');
    const { number } = await addPhone(database.superuserUrl, person);
    await agreed(id);
    clock.advance(24 * 3600);
    await carryOutDueApprovals(clock);
    const token = await mailedToken(database.superuserUrl, email);
    await stranger().call(redeemRecovery, { token, password: goodPassword });
    const [, ...told] = await textsTo(database.superuserUrl, number);
    expect(told.map(opening)).toEqual([
      'your clinic was asked for a new way into your account',
      expect.stringMatching(/^your account will be recovered after .* \(UTC\)$/),
      'a link into your account was mailed to you',
      'your account was just recovered and this number gets no codes any more',
    ]);
    expect(told.join(' ')).not.toContain(token);
  });

  it('tells it to the phone when the owner stops it', async () => {
    const { person, id } = await owner('stopped@example.org');
    const { number } = await addPhone(clinic.database.superuserUrl, person);
    await ask(id);
    await person.call(objectToRecovery, {});
    const told = await textsTo(clinic.database.superuserUrl, number);
    expect(told.map(opening).at(-1)).toBe('the recovery of your account was stopped');
  });
});

describe('a phone that is lost, with the help of two admins', () => {
  it('ends in a new way in after the waiting time: told by mail, every session ended, old factors dead', async () => {
    const { email, person, id } = await owner('lost.phone@example.org');
    await person.call(makeCalendarFeed, {});
    const approval = await agreed(id);
    clinic.clock.advance(24 * 3600 - 1);
    await carryOutDueApprovals(clinic.clock);
    expect(await subjects(email)).not.toContain('Your way back into your account');
    // Nor is it the job's list alone that keeps the time.
    const job = visitor(clinic.clock, { kind: 'system', job: 'approvals' });
    expect((await job.refusal(carryOutApproval, { id: approval })).code).toBe('conflict');
    clinic.clock.advance(1);
    await carryOutDueApprovals(clinic.clock);
    await carryOutDueApprovals(clinic.clock);
    expect((await person.refusal(getMe, {})).code).toBe('unauthenticated');
    const token = await mailedToken(clinic.database.superuserUrl, email);
    const wrong = await stranger().refusal(redeemRecovery, { token, password: 'Wrong-Password7!' });
    expect(wrong.code).toBe('invalid_credentials');
    const uses = await Promise.allSettled(
      [1, 2, 3].map(() => stranger().call(redeemRecovery, { token, password: goodPassword })),
    );
    const [used, ...more] = uses.filter((use) => use.status === 'fulfilled');
    expect(more).toEqual([]);
    const opened = await stranger().call(redeemTicket, { ticket: used?.value.ticket ?? '' });
    const back = visitor(clinic.clock, portalCaller(opened));
    expect((await back.call(listFactors, {})).items).toEqual([]);
    expect(await back.call(getOwnCalendarFeed, {})).toEqual({ feed: null });
    await stranger().call(login, { email, password: goodPassword });
    expect((await subjects(email)).slice(-5).filter((each) => /recover|way back/.test(each))).toEqual([
      'Your account will be recovered',
      'Your way back into your account',
      'Your account was recovered',
    ]);
    const story = (await clinic.events()).filter(
      ({ resource_id }) => resource_id === id || resource_id === approval,
    );
    expect(story.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'REQUEST_RECOVERY',
        'DECIDE_APPROVAL',
        'CARRY_OUT_APPROVAL',
        'REDEEM_RECOVERY',
      ]),
    );
    expect(JSON.stringify(story)).not.toContain('lake');
  });

  it('makes a doctor enrol before anything else', async () => {
    const { email, id } = await owner('lost.doctor@example.org', 'doctor');
    await agreed(id);
    clinic.clock.advance(24 * 3600);
    await carryOutDueApprovals(clinic.clock);
    const token = await mailedToken(clinic.database.superuserUrl, email);
    const { ticket } = await stranger().call(redeemRecovery, { token, password: goodPassword });
    const opened = await stranger().call(redeemTicket, { ticket });
    expect(opened.must_enrol).toBe(true);
    const back = visitor(clinic.clock, portalCaller(opened));
    expect((await back.refusal(getMe, {})).code).toBe('mfa_enrolment_required');
  });

  it('is stopped by the owner who can still sign in, before and after the second admin has agreed', async () => {
    const { email, person, id } = await owner('honest@example.org');
    const first = await ask(id);
    expect((await person.call(getOwnRecovery, {})).recovery).toMatchObject({ status: 'requested' });
    await person.call(objectToRecovery, {});
    const late = { id: first, decision: 'approved' } as const;
    expect((await admins.deciding.refusal(decideApproval, late)).code).toBe('conflict');
    const second = await agreed(id);
    await person.call(objectToRecovery, {});
    expect(await admins.asking.call(getApproval, { id: second })).toMatchObject({
      status: 'refused',
      objected: true,
    });
    clinic.clock.advance(25 * 3600);
    await carryOutDueApprovals(clinic.clock);
    expect(await subjects(email)).not.toContain('Your way back into your account');
  });

  it('is stopped from the mail, without signing in, before and after the second admin has agreed', async () => {
    const { email, person, id } = await owner('mail.reader@example.org');
    const first = await ask(id);
    const early = await mailedToken(clinic.database.superuserUrl, email);
    await stranger().call(objectByLink, { token: early });
    expect((await admins.deciding.call(getApproval, { id: first })).objected).toBe(true);
    const second = await agreed(id);
    const late = await mailedToken(clinic.database.superuserUrl, email);
    await stranger().call(objectByLink, { token: late });
    clinic.clock.advance(25 * 3600);
    await carryOutDueApprovals(clinic.clock);
    const asking = visitor(clinic.clock, await signIn(clinic.clock, admins.asking.account));
    expect(await asking.call(getApproval, { id: second })).toMatchObject({
      status: 'refused',
      objected: true,
    });
    expect(await subjects(email)).not.toContain('Your way back into your account');
    expect((await person.refusal(getMe, {})).code).toBe('unauthenticated');
    const event = (await clinic.events()).findLast(({ action }) => action === 'OBJECT_TO_RECOVERY');
    expect(event).toMatchObject({ user_id: id, resource_id: second, response_status: 204 });
  });

  it('is stopped by its own link alone, once, and that link does nothing else', async () => {
    const { email, person, id } = await owner('one.link@example.org');
    await ask(id);
    const token = await mailedToken(clinic.database.superuserUrl, email);
    const others = [
      stranger().refusal(redeemRecovery, { token, password: goodPassword }),
      stranger().refusal(redeemTicket, { ticket: token }),
      stranger().refusal(resetPassword, { token, new_password: 'Quiet-River-77!' }),
      stranger().refusal(acceptInvitation, { token, password: goodPassword }),
      stranger().refusal(undoDeletion, { token }),
      stranger().refusal(confirmEmail, { token }),
    ];
    const codes = (await Promise.all(others)).map(({ code }) => code);
    expect(codes).toEqual([...Array(2).fill('invalid_credentials'), ...Array(4).fill('validation_failed')]);
    await person.call(objectToRecovery, {});
    const next = await ask(id);
    const refused = await stranger().refusal(objectByLink, { token });
    expect(refused.facts.errors).toMatchObject([{ path: 'token', code: 'invalid_token' }]);
    expect(await admins.deciding.call(getApproval, { id: next })).toMatchObject({ status: 'requested' });
    const good = await mailedToken(clinic.database.superuserUrl, email);
    const uses = [1, 2, 3].map(() => stranger().call(objectByLink, { token: good }));
    const used = (await Promise.allSettled(uses)).filter(({ status }) => status === 'fulfilled');
    expect(used).toHaveLength(1);
    expect((await person.call(getMe, {})).id).toBe(id);
    await ask(id);
    clinic.clock.advance(14 * 24 * 3600);
    const old = await mailedToken(clinic.database.superuserUrl, email);
    expect((await stranger().refusal(objectByLink, { token: old })).facts.errors?.[0]?.code).toBe(
      'invalid_token',
    );
  });

  it('cannot be done by one admin, who neither decides nor asks for their own account', async () => {
    const { id } = await owner('alone@example.org');
    const alone = { id: await ask(id), decision: 'approved' } as const;
    expect((await admins.asking.refusal(decideApproval, alone)).code).toBe('forbidden');
    const own = { id: admins.asking.account.id, identity_check: 'in_person', reason: 'Me' } as const;
    expect((await admins.asking.refusal(requestRecovery, own)).code).toBe('conflict');
  });
});
