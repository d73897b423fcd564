import { afterAll, beforeAll, expect, it } from 'vitest';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { securityOverview } from '#lib/operations/users/security-overview';
import { enrol, goodPassword, portalVisitor, verifiedPatient, visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
const email = 'elsa@example.org';
beforeAll(async () => {
  clinic = await openClinic();
  await verifiedPatient(clinic, email);
});
afterAll(() => clinic.close());

it('says what protects the account, what is missing and what happened to it, of its owner alone', async () => {
  await verifiedPatient(clinic, 'other@example.org');
  await portalVisitor(clinic.clock, 'other@example.org');
  const wrong = { email, password: 'Wrong-Password7!' };
  await visitor(clinic.clock, undefined, { userAgent: 'curl/8' }).refusal(portalSignIn, wrong);
  clinic.clock.advance(60);
  const person = await portalVisitor(clinic.clock, email);
  const before = await person.call(securityOverview, {});
  expect(before).toMatchObject({
    next_step: 'add_factor',
    // Nobody answers the breach check here.
    password: { state: 'unchecked', changed_at: expect.any(String) },
    factors: [],
    recovery_codes_left: 0,
    sessions: 1,
    new_devices: 0,
  });
  expect(before.events.map(({ action, device }) => [action, device])).toEqual([
    ['LOGIN', 'Firefox · Linux'],
    ['LOGIN_FAILED', 'curl'],
  ]);

  await enrol(clinic.clock, person);
  const after = await person.call(securityOverview, {});
  expect(after.factors).toMatchObject([{ kind: 'totp', name: null }]);
  // The first factor brings its recovery codes with it.
  expect([after.next_step, after.recovery_codes_left]).toEqual(['none', 10]);
  expect(after.events[0]).toMatchObject({ action: 'CONFIRM_FACTOR' });
});

it('counts a device that came within the week and is not this one', async () => {
  const mail = 'travels@example.org';
  await verifiedPatient(clinic, mail);
  const home = await portalVisitor(clinic.clock, mail);
  clinic.clock.advance(60);
  const away = visitor(clinic.clock, undefined, { userAgent: 'curl/8' });
  const answer = await away.call(portalSignIn, { email: mail, password: goodPassword });
  expect((await home.call(securityOverview, {})).new_devices).toBe(0);
  await away.call(redeemTicket, { ticket: 'ticket' in answer ? answer.ticket : '' });
  expect((await home.call(securityOverview, {})).new_devices).toBe(1);
});
