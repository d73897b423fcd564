import { seal } from '#lib/crypto/seal';
import type { ErrorCode } from '#lib/errors/codes';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { getAppointment } from '#lib/operations/appointments/get';
import type { Operation } from '#lib/operations/define';
import { listFactors } from '#lib/operations/factors/list';
import { removeFactor } from '#lib/operations/factors/remove';
import { markRecordInError } from '#lib/operations/records/mark-in-error';
import { configureEnv } from '#lib/platform/env';
import { newId } from '#lib/platform/ids';
import { visitor } from '../factories/visitor';
import { asRole } from '../harness/as-role';
import { askedRole } from './approval-material';
import { attempt } from './attempt';
import { careErrors } from './care-errors';
import { aWaitingFile } from './document-material';
import type { ExampleClinic } from './example-clinic';
import { importErrors } from './import-inputs';
import { ofOneChart, onlyOnce } from './only-once';
import type { ReadyRun } from './performers';
import { accountWithPassword } from './sign-in-material';
import { visitErrors } from './visit-errors';
import { visitLinkErrors } from './visit-link-errors';
import { waitingErrors } from './waiting-errors';

export interface Producing extends ReadyRun {
  readonly clinic: ExampleClinic;
}

/** Makes the ready run fail in one way: gives the input that will. */
type Produce = (ready: Producing) => Promise<unknown> | unknown;
type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = ({ input }: Producing) => input as Fields;

const ids = /^(id|patient_id|doctor_id|clinic_id)$/;

/** By the code alone, for whichever operation declares it. */
export const common: Partial<Record<ErrorCode, Produce>> = {
  not_found: (ready) =>
    Object.fromEntries(
      Object.entries(fieldsOf(ready)).map(([name, value]) => [name, ids.test(name) ? newId('users') : value]),
    ),
  stale_version: (ready) => ({ ...fieldsOf(ready), expected_version: 99 }),
  invalid_passkey: (ready) => unanswered(fieldsOf(ready)),
  invalid_code: (ready) => ({ ...fieldsOf(ready), code: '000000' }),
  file_not_accepted: (ready) => ({ ...fieldsOf(ready), content: Buffer.from('MZ\0').toString('base64') }),
};

/** The answer to no question of ours. */
const unanswered = ({ response, ...rest }: Fields) => {
  const inner = (response as { response: object }).response;
  return { ...rest, response: { ...(response as object), response: { ...inner, clientDataJSON: 'e30' } } };
};

const again: Produce = async ({ clinic, operation, input, caller }) => {
  await attempt(operation, input, { caller, clock: clinic.clock });
  return input;
};

const outsideTheDemo: Produce = ({ input }) => {
  configureEnv({ mode: 'production' });
  return input;
};

const foreignRecord: Produce = (ready) => ({ ...fieldsOf(ready), record_id: newId('medical_records') });

const unknownPatient: Produce = () => ({ patient_id: newId('patients') });

const wrongPassword: Produce = (ready) => ({ ...fieldsOf(ready), password: 'Wrong-Password7!' });

/** The patient has become a doctor. */
const asStaff: Produce = async ({ clinic, chart, input }) => {
  await asRole(clinic.database.superuserUrl, async (sql) => {
    await sql`update users set role = 'doctor' where id = ${chart.owner.id}`;
    await sql`update sessions set assurance = 'aal2', second_factor_at = authenticated_at where user_id = ${chart.owner.id}`;
  });
  return input;
};

/** Who has an account and no chart. */
const withoutChart: Produce = async ({ clinic, chart, input }) => {
  await asRole(
    clinic.database.superuserUrl,
    (sql) => sql`update patients set user_id = null where id = ${chart.patient}`,
  );
  return input;
};

/** About the account of whoever calls. */
const itself: Produce = (ready) => ({
  ...fieldsOf(ready),
  id: ready.caller.kind === 'user' ? ready.caller.user_id : null,
});

/** Next Monday, by the clock of the site: one of the times that every doctor of the example offers. */
const offered = ({ clinic }: Producing) => {
  const today = clinic.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate();
  const monday = today.add({ days: 8 - today.dayOfWeek });
  return monday.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' }).toInstant().toString();
};

const person = ({ clinic, caller }: Producing) => visitor(clinic.clock, caller);

/** Makes a doctor of an account, with whom a visit is booked. */
const makeAwaited = async ({ clinic, chart }: Producing, account: string | null) => {
  const doctor = newId('practitioners');
  const name = `\\x${Buffer.from(seal('practitioners.display_name', doctor, 'Dr Louis Erdman')).toString('hex')}`;
  await asRole(clinic.database.superuserUrl, async (sql) => {
    await sql`insert into practitioners
      select (jsonb_populate_record(p, jsonb_build_object('id', ${doctor}::text, 'user_id', ${account}::text,
               'display_name', ${name}::text))).*
        from practitioners p limit 1`;
    await sql`insert into appointments
      select (jsonb_populate_record(a, jsonb_build_object('id', ${newId('appointments')}::text, 'doctor_id', ${doctor}::text,
               'scheduled_at', a.scheduled_at + interval '99 days', 'ends_at', a.ends_at + interval '99 days'))).*
        from appointments a where a.id = ${chart.visit}`;
  });
};

const awaitedByPatients: Produce = async (ready) => {
  await makeAwaited(ready, ready.caller.kind === 'user' ? ready.caller.user_id : null);
  return ready.input;
};

/** A doctor whom patients await is to become an admin. */
const awaitedToChange: Produce = async (ready) => {
  const { database, clock } = ready.clinic;
  const id = await askedRole(clock);
  const [asked] = await asRole(
    database.superuserUrl,
    (sql) => sql<{ user_id: string }[]>`select user_id from approvals where id = ${id}`,
  );
  await makeAwaited(ready, asked?.user_id ?? null);
  return { id, decision: 'approved' };
};

const allOf = (names: readonly string[], code: ErrorCode, produce: Produce) =>
  Object.fromEntries(names.map((name) => [`${name}: ${code}`, produce]));

/** By operation and code, where it takes a story. */
export const special: Readonly<Record<string, Produce>> = {
  ...allOf(onlyOnce, 'conflict', again),
  ...allOf('people.disable people.enable people.resend-invitation'.split(' '), 'conflict', itself),
  ...allOf(ofOneChart, 'not_found', unknownPatient),
  'appointments.book: slot_taken': again,
  'appointments.overbook: slot_taken': again,
  'appointments.list: not_found': unknownPatient,
  'appointments.update: conflict': async (ready) => {
    await person(ready).call(cancelAppointment, { id: ready.chart.visit });
    return { id: ready.chart.visit, scheduled_at: offered(ready) };
  },
  'appointments.update: slot_taken': async (ready) => {
    const { doctor_id } = await person(ready).call(getAppointment, { id: ready.chart.visit });
    await person(ready).call(bookAppointment, { doctor_id, scheduled_at: offered(ready) });
    return { id: ready.chart.visit, scheduled_at: offered(ready) };
  },
  ...visitErrors,
  ...visitLinkErrors,
  ...waitingErrors,
  'auth.begin-passkey-second-factor: invalid_passkey': () => ({ mfa_token: 'never-was' }),
  'auth.login: invalid_credentials': wrongPassword,
  'auth.login: mfa_enrolment_required': async (ready) => ({
    ...fieldsOf(ready),
    email: (await accountWithPassword(ready.clinic.clock, 'doctor')).email,
  }),
  'auth.portal-sign-in: invalid_credentials': wrongPassword,
  'auth.redeem-ticket: invalid_credentials': () => ({ ticket: 'never-was' }),
  'auth.sso-sign-in: invalid_credentials': () => ({ id_token: null }),
  'auth.refresh: invalid_refresh_token': () => ({ refresh_token: 'never-was' }),
  'auth.step-up: invalid_code': () => ({ method: 'totp', code: '000000' }),
  'auth.step-up: invalid_credentials': () => ({ method: 'password', password: 'Wrong-Password7!' }),
  ...careErrors,
  'demo-accounts.add: not_found': outsideTheDemo,
  'demo-accounts.list: not_found': outsideTheDemo,
  'demo-outbox.list: not_found': outsideTheDemo,
  'documents.list: not_found': unknownPatient,
  'documents.open: file_withheld': async ({ clinic, chart }) => ({
    id: (await aWaitingFile(clinic.clock, chart)).document,
  }),
  'factors.remove: last_factor': async (ready) => {
    const { items } = await person(ready).call(listFactors, {});
    const { id: kept } = ready.input as { id: string };
    for (const { id } of items) if (id !== kept) await person(ready).call(removeFactor, { id });
    await asRole(
      ready.clinic.database.superuserUrl,
      (sql) => sql`
      update users set role = 'doctor' where id = ${ready.chart.owner.id}`,
    );
    return ready.input;
  },
  'recovery-codes.make: no_second_factor': async (ready) => {
    await asRole(
      ready.clinic.database.superuserUrl,
      (sql) => sql`update factors set revoked_at = now() where user_id = ${ready.chart.owner.id}`,
    );
    return ready.input;
  },
  ...importErrors(again),
  'approvals.decide: forbidden': async (ready) => ({
    id: await askedRole(ready.clinic.clock, person(ready)),
    decision: 'approved',
  }),
  'approvals.decide: visits_booked': awaitedToChange,
  'people.withdraw-invitation: conflict': async ({ clinic }) => ({
    id: (await accountWithPassword(clinic.clock)).id,
  }),
  'phones.get: forbidden': asStaff,
  'phones.setup: forbidden': asStaff,
  'recoveries.redeem: invalid_credentials': wrongPassword,
  'passwords.change: invalid_credentials': (ready) => ({
    ...fieldsOf(ready),
    current_password: 'Wrong-Password7!',
  }),
  'people.invite-admin: conflict': async ({ clinic }) => ({
    email: (await accountWithPassword(clinic.clock)).email,
  }),
  'users.delete-me: conflict': awaitedByPatients,
  'users.measure-record: not_found': withoutChart,
  'users.take-record: not_found': withoutChart,
  'records.amend: conflict': async (ready) => {
    await person(ready).call(markRecordInError, { id: ready.chart.record });
    return ready.input;
  },
  'amendment-requests.create: not_found': foreignRecord,
  'amendment-requests.create: stale_version': (ready) => ({ ...fieldsOf(ready), record_version: 99 }),
  'amendment-requests.decide: stale_version': (ready) => ({
    id: fieldsOf(ready).id,
    decision: 'accepted',
    content: { text: 'Seen once' },
    expected_version: 99,
  }),
  'records.amend-own: conflict': (ready) => ({
    id: fieldsOf(ready).id,
    kind: 'pulse',
    content: { value: '70', unit: '/min' },
  }),
  'records.amend-own: forbidden': (ready) => ({ ...fieldsOf(ready), id: ready.chart.record }),
  'records.mark-own-in-error: forbidden': (ready) => ({ id: ready.chart.record }),
  'records.report: not_found': (ready) => ({ ...fieldsOf(ready), ...(unknownPatient(ready) as Fields) }),
  'refills.request: not_found': foreignRecord,
  'resources.search: not_found': (ready) => ({ ...fieldsOf(ready), patient_id: newId('patients') }),
};

export const pairOf = ({ name }: Operation, code: ErrorCode) => `${name}: ${code}`;
