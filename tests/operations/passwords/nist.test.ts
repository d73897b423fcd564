import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { acceptInvitation } from '#lib/operations/auth/accept-invitation';
import { signUp } from '#lib/operations/auth/sign-up';
import { changePassword } from '#lib/operations/passwords/change';
import { resetPassword } from '#lib/operations/passwords/reset';
import { inviteAdmin } from '#lib/operations/people/invite-admin';
import { configureEnv } from '#lib/platform/env';
import { goodPassword, portalVisitor, visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { askedForReset, brokenRules, passwordOwner } from './steps';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
beforeEach(() => configureEnv({ passwordPolicy: 'nist' }));
afterEach(() => configureEnv({ passwordPolicy: 'classic' }));
afterAll(() => clinic.close());

const stranger = () => visitor(clinic.clock);
const phrase = 'a wet dog sings low';

/** Each way to set a password, for a new or a known address; answers the rules that it broke. */
const ways = {
  'sign-up': async (password: string) => {
    const email = 'ingrid.halvorsen@example.org';
    return stranger().refusal(signUp, { email, password, first_name: 'Ingrid', last_name: 'Halvorsen' });
  },
  invitation: async (password: string) => {
    const job = visitor(clinic.clock, { kind: 'system', job: 'create-admin' });
    const { token } = await job.call(inviteAdmin, { email: 'ingrid.halvorsen@example.org' });
    return stranger().refusal(acceptInvitation, { token, password });
  },
} as const;

it.each(Object.keys(ways) as (keyof typeof ways)[])(
  'the nist profile holds at %s: 15 characters, nothing common, no own words, no composition',
  async (way) => {
    expect(brokenRules(await ways[way]('fourteen chars'))).toEqual(['password too_short']);
    expect(brokenRules(await ways[way]('PasswordPassword'))).toEqual(['password common']);
    expect(brokenRules(await ways[way]('ingrid-halvorsen'))).toEqual(['password own_words']);
    expect(brokenRules(await ways[way]('medisecure-halvorsen'))).toEqual(['password own_words']);
  },
);

it('the nist profile holds where a password is changed and reset, and takes a phrase of small letters', async () => {
  configureEnv({ passwordPolicy: 'classic' });
  const email = await passwordOwner(clinic);
  const person = await portalVisitor(clinic.clock, email);
  configureEnv({ passwordPolicy: 'nist' });
  const own = 'Medisecure-Owner!';
  const change = (new_password: string) => ({ current_password: goodPassword, new_password });
  expect(brokenRules(await person.refusal(changePassword, change(own)))).toEqual(['new_password own_words']);
  const short = await person.refusal(changePassword, change('fourteen chars'));
  expect(brokenRules(short)).toEqual(['new_password too_short']);
  await person.call(changePassword, change(phrase));
  const token = await askedForReset(clinic, email);
  const reset = (new_password: string) => stranger().refusal(resetPassword, { token, new_password });
  expect(brokenRules(await reset(own))).toEqual(['new_password own_words']);
  expect(brokenRules(await reset('too short'))).toEqual(['new_password too_short']);
  await stranger().call(resetPassword, { token, new_password: `${phrase} again` });
});
