import { getVisitByLink } from '#lib/operations/appointments/get-by-link';
import { acceptInvitation } from '#lib/operations/auth/accept-invitation';
import { beginPasskeySignIn } from '#lib/operations/auth/begin-passkey-sign-in';
import { confirmTotp } from '#lib/operations/auth/confirm-totp';
import { login } from '#lib/operations/auth/login';
import { loginPasskey } from '#lib/operations/auth/login-passkey';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { refresh } from '#lib/operations/auth/refresh';
import { signUp } from '#lib/operations/auth/sign-up';
import { ssoSignIn } from '#lib/operations/auth/sso-sign-in';
import { stepUp } from '#lib/operations/auth/step-up';
import { verifyEmail } from '#lib/operations/auth/verify-email';
import { verifySecondFactor } from '#lib/operations/auth/verify-second-factor';
import { readCalendarFeed } from '#lib/operations/calendar-feeds/read';
import { inviteCarer } from '#lib/operations/care-relationships/invite-carer';
import { saveDraft } from '#lib/operations/drafts/save';
import { startExport } from '#lib/operations/exports/start';
import { createImport } from '#lib/operations/imports/create';
import { exampleUpload } from '#lib/operations/imports/source-system';
import { changePassword } from '#lib/operations/passwords/change';
import { forgotPassword } from '#lib/operations/passwords/forgot';
import { resetPassword } from '#lib/operations/passwords/reset';
import { sendSignInCode } from '#lib/operations/phones/send-code';
import { examplePicture, setPicture } from '#lib/operations/pictures/set';
import { redeemRecovery } from '#lib/operations/recoveries/redeem';
import { makeRecoveryCodes } from '#lib/operations/recovery-codes/make';
import { stopRemindersByLink } from '#lib/operations/reminders/stop-by-link';
import { searchTerminology } from '#lib/operations/terminology/search';
import { changeEmail } from '#lib/operations/users/change-email';
import { confirmEmail } from '#lib/operations/users/confirm-email';
import { takeRecord } from '#lib/operations/users/take-record';
import type { LimitName } from '#lib/platform/limits';
import { goodPassword, otherPassword, type Visitor } from '../../factories/visitor';
import type { LimitedAccount, LimitWorld } from './limit-world';

interface LimitCase {
  /** The n-th use of what the limit is about. */
  use(world: LimitWorld, n: number): Promise<unknown>;
  /** What goes on once it is used up. */
  free: Readonly<Record<string, (world: LimitWorld) => Promise<unknown>>>;
}

const wrong = 'Wrong-Password7!';
const draft = { form: 'profile', fields: [{ name: 'address', value: 'x' }] };
const passwordOf = ({ email }: Pick<LimitedAccount, 'email'>) => ({ email, password: goodPassword });
const codeOf =
  (method: 'totp' | 'sms' | 'recovery_code', owner: 'owner' | 'other' = 'owner') =>
  async (person: Visitor, { [owner]: account }: LimitWorld, code = '000000') =>
    person.call(verifySecondFactor, { mfa_token: await account.mfaToken(), method, code });
const rightCode = (world: LimitWorld) => codeOf('totp')(world.elsewhere, world, world.owner.code());
const rightRecoveryCode = (world: LimitWorld) =>
  codeOf('recovery_code')(world.elsewhere, world, world.owner.recoveryCode());
const withPasskey = async ({ here, owner }: LimitWorld) =>
  here.call(loginPasskey, { response: owner.passkey.get(await here.call(beginPasskeySignIn, {})) });

/** Counted for the place alone: somebody elsewhere goes on. */
const ofPlace = (use: (person: Visitor, n: number) => Promise<unknown>): LimitCase => ({
  use: ({ here }, n) => use(here, n),
  free: { 'another place': ({ elsewhere }) => use(elsewhere, 99) },
});

/** Of one method, in one place or everywhere: each other method answers, and so does another account. */
const ofMethod = (
  method: 'totp' | 'sms' | 'recovery_code',
  from: (world: LimitWorld, n: number) => Visitor,
): LimitCase => ({
  use: (world, n) => codeOf(method)(from(world, n), world),
  free: {
    ...(method !== 'totp' && { 'a code of the app': rightCode }),
    ...(method !== 'recovery_code' && { 'a recovery code': rightRecoveryCode }),
    'the holder of a passkey': withPasskey,
    'another account': (world) => codeOf(method, 'other')(world.here, world),
  },
});

const here = ({ here: person }: LimitWorld) => person;
const anywhere = (world: LimitWorld, n: number) => world.at(n);

/** How many messages may be sent has tests of its own: each costs the clinic money. */
type Elsewhere = 'open_visits' | 'api_address' | `sms_send_${string}`;

const carer = (n: number) =>
  ({ carer_name: 'Rosa', email: `carer${n}@example.org`, scope: 'chart' }) as const;

/** Every throttle of an operation. */
export const limitCases: Readonly<Record<Exclude<LimitName, Elsewhere>, LimitCase>> = {
  sign_up: ofPlace((person, n) =>
    person.call(signUp, { email: `new${n}@example.org`, password: goodPassword }),
  ),
  sign_up_email: {
    use: ({ at }, n) => at(n).call(signUp, { email: 'wished@example.org', password: goodPassword }),
    free: {
      'another address': ({ at }) =>
        at(1).call(signUp, { email: 'other-wish@example.org', password: goodPassword }),
    },
  },
  sign_in_account: {
    use: (world) => world.here.call(login, { email: world.owner.email, password: wrong }),
    free: {
      'the owner elsewhere': (world) => world.elsewhere.call(login, passwordOf(world.owner)),
      'another account': (world) => world.here.call(login, passwordOf(world.other)),
      'the holder of a passkey': withPasskey,
    },
  },
  sign_in_everywhere: {
    use: (world, n) => world.at(n).call(login, { email: world.owner.email, password: wrong }),
    free: {
      'another account': (world) => world.at(1).call(login, passwordOf(world.other)),
      'the holder of a passkey': withPasskey,
    },
  },
  sign_in_address: {
    use: (world, n) => world.here.call(login, { email: `guessed${n}@example.org`, password: wrong }),
    free: {
      'another place': (world) => world.elsewhere.call(login, passwordOf(world.other)),
      'the holder of a passkey': withPasskey,
    },
  },
  mfa_verify: ofMethod('totp', here),
  mfa_everywhere: ofMethod('totp', anywhere),
  sms_verify: ofMethod('sms', here),
  sms_everywhere: ofMethod('sms', anywhere),
  sms_ask: ofPlace((person) => person.call(sendSignInCode, { mfa_token: 'never-was' })),
  recovery_verify: ofMethod('recovery_code', here),
  recovery_everywhere: ofMethod('recovery_code', anywhere),
  recovery_codes: {
    use: ({ plain }) => plain.session.call(makeRecoveryCodes, {}),
    free: { 'another account': ({ other }) => other.session.call(makeRecoveryCodes, {}) },
  },
  step_up_password: {
    use: ({ plain }) => plain.session.call(stepUp, { method: 'password', password: wrong }),
    free: {
      'another account': ({ other }) =>
        other.session.call(stepUp, { method: 'password', password: goodPassword }),
      'a sign-in': (world) => world.here.call(login, passwordOf(world.plain)),
    },
  },
  totp_confirm: {
    use: ({ plain }) => plain.session.call(confirmTotp, { code: '000000' }),
    free: { 'another account': ({ other }) => other.session.call(confirmTotp, { code: '000000' }) },
  },
  refresh: {
    use: async ({ plain, here: person }) => {
      const pair = await person.call(refresh, { refresh_token: plain.refreshToken() });
      plain.keep(pair.refresh_token);
    },
    free: {
      'another family': ({ other, here: person }) =>
        person.call(refresh, { refresh_token: other.refreshToken() }),
    },
  },
  passkey_begin: ofPlace((person) => person.call(beginPasskeySignIn, {})),
  passkey_verify: {
    use: ({ here: person, owner }) => person.call(loginPasskey, { response: owner.badAnswer() }),
    free: {
      'another passkey': ({ here: person, other }) =>
        person.call(loginPasskey, { response: other.badAnswer() }),
      'the password': (world) => world.here.call(login, passwordOf(world.owner)),
      'the holder elsewhere': (world) => withPasskey({ ...world, here: world.elsewhere }),
    },
  },
  redeem_ticket: ofPlace((person) => person.call(redeemTicket, { ticket: 'never-was' })),
  sso: ofPlace((person) => person.call(ssoSignIn, { id_token: null })),
  verify_email: ofPlace((person) => person.call(verifyEmail, { token: 'never-was' })),
  invitation: ofPlace((person) =>
    person.call(acceptInvitation, { token: 'never-was', password: goodPassword }),
  ),
  recovery: ofPlace((person, n) => person.call(redeemRecovery, { token: `never-was-${n}`, password: wrong })),
  recovery_password: {
    use: ({ at }, n) => at(n).call(redeemRecovery, { token: 'guessed-with', password: wrong }),
    free: {
      'another link': ({ at }) => at(1).call(redeemRecovery, { token: 'another', password: wrong }),
    },
  },
  password_change: {
    use: ({ plain }) =>
      plain.session.call(changePassword, { current_password: wrong, new_password: otherPassword }),
    free: {
      'another account': ({ other }) =>
        other.session.call(changePassword, { current_password: wrong, new_password: otherPassword }),
      'a sign-in': (world) => world.here.call(login, passwordOf(world.plain)),
    },
  },
  reset_request: ofPlace((person, n) => person.call(forgotPassword, { email: `lost${n}@example.org` })),
  reset_email: {
    use: ({ at }, n) => at(n).call(forgotPassword, { email: 'flooded@example.org' }),
    free: { 'another address': ({ at }) => at(1).call(forgotPassword, { email: 'calm@example.org' }) },
  },
  reset_password: ofPlace((person) =>
    person.call(resetPassword, { token: 'never-was', new_password: otherPassword }),
  ),
  email_change: {
    use: ({ plain }, n) => plain.session.call(changeEmail, { email: `moves${n}@example.org` }),
    free: {
      'another account': ({ other }) => other.session.call(changeEmail, { email: 'moved@example.org' }),
    },
  },
  carer_invitation: {
    use: ({ plain }, n) => plain.session.call(inviteCarer, carer(n)),
    free: { 'another account': ({ other }) => other.session.call(inviteCarer, carer(0)) },
  },
  account_link: ofPlace((person) => person.call(confirmEmail, { token: 'never-was' })),
  visit_link: ofPlace((person) => person.call(getVisitByLink, { token: 'never-was' })),
  reminders_off: ofPlace((person) => person.call(stopRemindersByLink, { token: 'never-was' })),
  calendar_feed: ofPlace((person) => person.call(readCalendarFeed, { token: 'never-was' })),
  terminology_search: {
    use: ({ plain }) => plain.session.call(searchTerminology, { q: 'gout' }),
    free: { 'another session': ({ other }) => other.session.call(searchTerminology, { q: 'gout' }) },
  },
  draft_save: {
    use: ({ plain }) => plain.session.call(saveDraft, draft),
    free: { 'another session': ({ other }) => other.session.call(saveDraft, draft) },
  },
  record_copy: {
    use: ({ plain }) => plain.session.call(takeRecord, { format: 'fhir' }),
    free: { 'another session': ({ other }) => other.session.call(takeRecord, { format: 'fhir' }) },
  },
  document_upload: {
    use: ({ plain }) => plain.session.call(setPicture, { content: examplePicture }),
    free: { 'another session': ({ other }) => other.session.call(setPicture, { content: examplePicture }) },
  },
  chart_export: {
    use: ({ plain }) => plain.session.call(startExport, {}),
    free: { 'another account': ({ other }) => other.session.call(startExport, {}) },
  },
  chart_import: {
    use: async ({ doctors }) => (await doctors())[0].call(createImport, { content: exampleUpload }),
    free: {
      'another account': async ({ doctors }) =>
        (await doctors())[1].call(createImport, { content: exampleUpload }),
    },
  },
};
