import { Temporal } from 'temporal-polyfill';
import { changeVisitState } from '#lib/operations/appointments/change-state';
import { setupTotp } from '#lib/operations/auth/setup-totp';
import type { Operation } from '#lib/operations/define';
import type { Caller } from '#lib/operations/kernel/caller';
import { inviteAdmin } from '#lib/operations/people/invite-admin';
import { createRecord } from '#lib/operations/records/create';
import { getMe } from '#lib/operations/users/get-me';
import type { Clock } from '#lib/platform/clock';
import { type Id, newId } from '#lib/platform/ids';
import { createAccount, signIn } from '../factories/account';
import { newNumber } from '../factories/phone-holder';
import { anotherSession, knownDevice } from '../factories/sessions';
import { codeAt, goodPassword, otherPassword, visitor } from '../factories/visitor';
import { idToken } from '../harness/id-token-issuer';
import {
  askedRecovery,
  askedRole,
  invitedDoctor,
  lapsedApproval,
  objectionTokenOf,
  staffInvitation,
} from './approval-material';
import { calendarInputs } from './calendar-inputs';
import { careInputs } from './care-inputs';
import { aDocument, aPicture, aWaitingFile } from './document-material';
import type { ExampleChart } from './example-chart';
import { exampleIds } from './example-ids';
import { ownExport, writtenExport } from './export-material';
import { importInputs } from './import-inputs';
import { passkeyInputs } from './passkey-inputs';
import { firstCode } from './phone-material';
import { requestInputs } from './request-material';
import { receivedResult } from './result-material';
import {
  accountWithPassword,
  addFactor,
  credentials,
  emailChangeToken,
  givePassword,
  portalTicketFor,
  recoveryCodeOf,
  refreshToken,
  secondFactorAnswer,
  signUpToken,
  ticketFor,
  undoToken,
} from './sign-in-material';
import { visitDayInputs } from './visit-day-inputs';
import { visitLinkInputs } from './visit-link-material';
import { waitingInputs } from './waiting-material';

export interface Scene {
  readonly clock: Clock;
  readonly site: string;
  readonly chart: ExampleChart;
  /** Who is going to call. */
  readonly caller: Caller;
  /** Any event of the log. */
  readonly auditEvent: string;
  readonly database: { readonly superuserUrl: string };
}

const exampleMoment = Temporal.Instant.from('2026-01-05T09:00:00Z');

/** Staff who have yet to enrol see no profile; a token says whose it is. */
async function ownerOf(clock: Clock, caller: Caller): Promise<Id<'users'> | null> {
  const me = await visitor(clock, caller)
    .call(getMe, {})
    .catch(() => null);
  return (me?.id ?? (caller.kind === 'user' ? caller.user_id : null)) as Id<'users'> | null;
}

/** What the example of an operation needs to find when it is run: a code, a token, an address that is still free. */
const prepared: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  // Nobody takes back what they have not done: staff call it off first.
  'appointments.undo': async ({ clock, caller, chart: { visit } }) => {
    const cancelled = { id: visit, state: 'cancelled', reason: 'The doctor is ill' } as const;
    await visitor(clock, caller)
      .call(changeVisitState, cancelled)
      .catch(() => null);
    return { id: visit };
  },
  'auth.login': ({ clock }) => credentials(clock),
  'auth.portal-sign-in': ({ clock }) => credentials(clock),
  'auth.verify-second-factor': ({ clock }) => secondFactorAnswer(clock),
  'auth.portal-second-factor': ({ clock }) => secondFactorAnswer(clock),
  'auth.redeem-ticket': async ({ clock }) => ({
    ticket: await portalTicketFor(clock, await accountWithPassword(clock)),
  }),
  'auth.sso-sign-in': async ({ clock }) => {
    const { email } = await accountWithPassword(clock, 'doctor');
    return { id_token: await idToken(clock, { email }) };
  },
  'auth.refresh': ({ clock }) => refreshToken(clock),
  'auth.logout': ({ clock }) => refreshToken(clock),
  'auth.verify-email': async ({ clock }) => ({ token: await signUpToken(clock) }),
  'auth.accept-invitation': async ({ clock }) => {
    const inviter = visitor(clock, { kind: 'system', job: 'create-admin' });
    const { token } = await inviter.call(inviteAdmin, { email: newAddress() });
    return { token, password: goodPassword };
  },
  'auth.confirm-totp': async ({ clock, caller }) => {
    const begun = await visitor(clock, caller)
      .call(setupTotp, {})
      .catch(() => null);
    return { code: begun ? codeAt(begun.secret, clock) : '287082' };
  },
  // Its end is told again, so that is the same for every door.
  'phones.setup': async () => ({ phone_number: `${newNumber()}00` }),
  'phones.confirm': async ({ clock, caller }) => ({ code: await firstCode(clock, caller) }),
  'documents.get': async ({ clock, chart }) => ({ id: await aDocument(clock, chart) }),
  'documents.open': async ({ clock, chart }) => ({ id: await aDocument(clock, chart) }),
  'documents.record-scan': async ({ clock, chart }) => ({
    id: (await aWaitingFile(clock, chart)).blob,
    result: 'clean',
  }),
  'pictures.get': async ({ clock, chart }) => ({ id: await aPicture(clock, chart) }),
  ...passkeyInputs,
  ...requestInputs,
  ...importInputs,
  ...visitLinkInputs,
  ...waitingInputs,
  ...visitDayInputs,
  'passwords.change': async ({ clock, caller }) => {
    const me = await visitor(clock, caller)
      .call(getMe, {})
      .catch(() => null);
    if (me) await givePassword(clock, me.id as Id<'users'>);
    return { current_password: goodPassword, new_password: freshPassword() };
  },
  'passwords.forgot': async ({ clock }) => ({ email: (await accountWithPassword(clock)).email }),
  'passwords.reset': async ({ clock }) => ({
    token: await ticketFor(clock, await accountWithPassword(clock), 'password_reset'),
    new_password: otherPassword,
  }),
  'users.change-email': async () => ({ email: newAddress() }),
  'users.confirm-email': async ({ clock }) => ({ token: await emailChangeToken(clock, newAddress()) }),
  'recovery-codes.make': async ({ clock, caller }) => {
    const owner = await ownerOf(clock, caller);
    if (owner) await addFactor(clock, { id: owner });
    return {};
  },
  'users.undo-deletion': async ({ clock }) => ({ token: await undoToken(clock) }),
  'auth.step-up': async ({ clock, caller }) => {
    const owner = await ownerOf(clock, caller);
    return owner
      ? { method: 'recovery_code', code: await recoveryCodeOf(clock, owner) }
      : { method: 'totp', code: '287082' };
  },
  'records.sign': async ({ clock, caller, chart }) => {
    const wish = {
      patient_id: chart.patient,
      record_type: 'diagnosis',
      content: { text: 'Gout' },
      draft: true,
    } as const;
    const draft = await visitor(clock, caller)
      .call(createRecord, wish)
      .catch(() => null);
    return { id: draft?.id ?? chart.record };
  },
  ...calendarInputs,
  ...careInputs,
  'exports.get': ({ clock, caller }) => ownExport(clock, caller),
  'exports.cancel': ({ clock, caller }) => ownExport(clock, caller),
  'exports.read-file': async ({ clock, caller }) => ({
    ...(await writtenExport(clock, caller)),
    resource_type: 'Patient',
    part: 1,
  }),
  'exports.write-chart': async ({ clock, chart }) => ownExport(clock, await signIn(clock, chart.owner)),
  'sessions.end': async ({ clock, caller }) => ({ id: await anotherSession(clock, caller) }),
  'devices.remove': async ({ clock, caller }) => ({ id: await knownDevice(clock, caller) }),
  'people.invite-admin': async () => ({ email: newAddress() }),
  'people.invite': async ({ site }) => staffInvitation(site),
  'people.resend-invitation': async ({ clock, site }) => ({ id: await invitedDoctor(clock, site) }),
  'people.withdraw-invitation': async ({ clock, site }) => ({ id: await invitedDoctor(clock, site) }),
  'approvals.get': async ({ clock }) => ({ id: await askedRole(clock) }),
  'approvals.decide': async ({ clock }) => ({ id: await askedRole(clock), decision: 'approved' }),
  'approvals.carry-out': async ({ clock }) => ({ id: await lapsedApproval(clock) }),
  'recoveries.object': async ({ clock, caller }) => {
    const me = await visitor(clock, caller)
      .call(getMe, {})
      .catch(() => null);
    if (me) await askedRecovery(clock, me.id as Id<'users'>).catch(() => null);
    return {};
  },
  'results.course': async (scene) => ({ id: await receivedResult(scene) }),
  'results.review': async (scene) => ({ id: await receivedResult(scene), comment: 'No change.' }),
  'results.reveal': async (scene) => ({ id: await receivedResult(scene, 'ask_first') }),
  'recoveries.object-by-link': async ({ clock }) => ({ token: await objectionTokenOf(clock) }),
  'recoveries.redeem': async ({ clock }) => ({
    token: await ticketFor(clock, await accountWithPassword(clock), 'recovery'),
    password: goodPassword,
  }),
};

let passwords = 0;
/** None of those that anybody here has had. */
const freshPassword = () => {
  passwords += 1;
  return `Quiet-River-${passwords}!!`;
};

const newAddress = () => `new.${newId('users')}@example.org`;

/** The operation's own example, about this chart and this week. */
export async function exampleInput({ name, declaration }: Operation, scene: Scene): Promise<unknown> {
  const prepare = prepared[name];
  if (prepare) return prepare(scene);
  if (!declaration.example) throw new Error(`${name} has no example`);
  const text = JSON.stringify(declaration.example.input);
  const staff = text.includes(exampleIds.staff) ? await createAccount(scene.clock, 'doctor') : null;
  return translated(declaration.example.input, scene, staff?.id ?? exampleIds.staff);
}

/** Does the example speak of the example chart? */
export function isAboutChart({ declaration }: Operation): boolean {
  const text = JSON.stringify(declaration.example?.input ?? null);
  const { patient, record, visit, document, refill, amendment } = exampleIds;
  return [patient, record, visit, document, refill, amendment].some((id) => text.includes(id));
}

function translated(example: unknown, { clock, site, chart, auditEvent }: Scene, staff: string): unknown {
  const ids: Readonly<Record<string, string>> = {
    [exampleIds.user]: chart.owner.id,
    [exampleIds.patient]: chart.patient,
    [exampleIds.practitioner]: chart.bookable,
    [exampleIds.clinic]: site,
    [exampleIds.staff]: staff,
    [exampleIds.record]: chart.record,
    [exampleIds.visit]: chart.visit,
    [exampleIds.auditEvent]: auditEvent,
  };
  const weeks = Math.floor(clock.now().since(exampleMoment).total('hours') / (7 * 24));
  const text = JSON.stringify(example, (_key, value) =>
    typeof value === 'string' ? (ids[value] ?? laterBy(value, weeks, chart.week)) : value,
  );
  return text === undefined ? undefined : JSON.parse(text);
}

/** The same weekday and time so many weeks later; of moments, which the chart's visits take, some weeks more. */
function laterBy(text: string, weeks: number, more: number): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text).add({ weeks }).toString();
  if (!/^\d{4}-\d{2}-\d{2}T.*Z$/.test(text)) return text;
  const hours = (weeks + more) * 7 * 24;
  return Temporal.Instant.from(text).add({ hours }).toString();
}
