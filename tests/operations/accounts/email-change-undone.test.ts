import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changePassword } from '#lib/operations/passwords/change';
import { resetPassword } from '#lib/operations/passwords/reset';
import { endPersonSessions } from '#lib/operations/people/end-sessions';
import { endSession } from '#lib/operations/sessions/end';
import { endAllSessions } from '#lib/operations/sessions/end-all';
import { changeEmail } from '#lib/operations/users/change-email';
import { confirmEmail } from '#lib/operations/users/confirm-email';
import { getMe } from '#lib/operations/users/get-me';
import { sessionId, userId } from '#lib/platform/ids';
import { createAdmin } from '../../factories/care';
import {
  apiVisitor,
  enrol,
  goodPassword,
  otherPassword,
  portalVisitor,
  type Visitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailedToken } from '../../harness/mails';
import { askedForReset } from '../passwords/steps';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

interface Scene {
  readonly email: string;
  readonly owner: Visitor;
  readonly sessionOfThief: string;
}

/** What the owner, or an admin for them, does against somebody who has the password and asked for another address. */
const countermeasures: Record<string, (scene: Scene) => Promise<unknown>> = {
  'a new password': ({ owner }) =>
    owner.call(changePassword, {
      current_password: goodPassword,
      new_password: otherPassword,
    }),
  'a reset': async ({ email }) =>
    visitor(clinic.clock).call(resetPassword, {
      token: await askedForReset(clinic, email),
      new_password: otherPassword,
    }),
  'signing out everywhere else': ({ owner }) => owner.call(endAllSessions, { keep_current: true }),
  'the end of that one session': ({ owner, sessionOfThief: id }) =>
    owner.call(endSession, { id: sessionId.parse(id) }),
  'a second factor': ({ owner }) => enrol(clinic.clock, owner),
  'an admin who ends the sessions': async ({ owner }) =>
    (await createAdmin(clinic.clock)).call(endPersonSessions, {
      id: userId.parse((await owner.call(getMe, {})).id),
    }),
};

let count = 0;
async function scene(): Promise<Scene & { token: string }> {
  count += 1;
  const [email, wished] = [`robbed${count}@example.org`, `thief${count}@example.org`];
  await verifiedPatient(clinic, email);
  const owner = await portalVisitor(clinic.clock, email);
  const { visitor: thief } = await apiVisitor(clinic.clock, email);
  await thief.call(changeEmail, { email: wished });
  const token = await mailedToken(clinic.database.superuserUrl, wished);
  const sessionOfThief = thief.caller.kind === 'user' ? thief.caller.session.id : '';
  return { email, owner, sessionOfThief, token };
}

describe('an address that a thief has wished for', () => {
  for (const [name, act] of Object.entries(countermeasures)) {
    it(`is not taken after ${name}`, async () => {
      const robbed = await scene();
      await act(robbed);
      const refused = await visitor(clinic.clock).refusal(confirmEmail, {
        token: robbed.token,
      });
      expect(refused.facts.errors?.[0]?.code).toBe('invalid_token');
    });
  }

  it('is not taken where the wish came from the very session that goes on', async () => {
    const { owner, email } = await scene();
    const wished = `second.${email}`;
    await owner.call(changeEmail, { email: wished });
    const token = await mailedToken(clinic.database.superuserUrl, wished);
    await owner.call(changePassword, { current_password: goodPassword, new_password: otherPassword });
    const refused = await visitor(clinic.clock).refusal(confirmEmail, { token });
    expect(refused.facts.errors?.[0]?.code).toBe('invalid_token');
  });
});
