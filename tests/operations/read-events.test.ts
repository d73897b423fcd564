import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Tx } from '#db/client';
import { appendReadEvent, drainReadEvents } from '#lib/audit/read-events';
import { OperationError } from '#lib/errors/operation-error';
import { defineOperation } from '#lib/operations/define';
import { run } from '#lib/operations/run';
import { getMe } from '#lib/operations/users/get-me';
import { configureEnv } from '#lib/platform/env';
import { newRequestId } from '#lib/platform/request-id';
import { ownRows } from '#lib/policy/subject';
import { type Account, createAccount, signIn } from '../factories/account';
import { asRole } from '../harness/as-role';
import { openClinic, type TestClinic } from '../harness/clinic';
import { doomedRequest, fillAuditLog, isDoomed } from '../harness/full-log';

let clinic: TestClinic;
let patient: Account;
let superuser: postgres.Sql;

beforeAll(async () => {
  // Some reads here fail, as they are meant to.
  configureEnv({ logLevel: 'silent' });
  clinic = await openClinic();
  patient = await createAccount(clinic.clock, 'patient');
  superuser = postgres(clinic.database.superuserUrl, { max: 1, onnotice: () => {} });
  await fillAuditLog(superuser);
});
afterAll(async () => {
  await superuser.end();
  await clinic.close();
});

/** Sixty reads that begin together, so that their events meet. Those that are doomed can leave no trace. */
async function readTogether(dooms: (at: number) => boolean) {
  const caller = await signIn(clinic.clock, patient);
  const ids = Array.from({ length: 60 }, (_, at) =>
    dooms(at) ? doomedRequest() : `${newRequestId().slice(0, -4)}beef`,
  );
  return Promise.all(
    ids.map(async (requestId) => {
      const request = { ip: '192.0.2.1', userAgent: 'test', requestId };
      const heard = await run(getMe, {}, { caller, clock: clinic.clock, request }).then(
        () => 'answered',
        (error: unknown) => (error instanceof OperationError ? error.code : String(error)),
      );
      return { requestId, heard };
    }),
  );
}

it('an event that cannot be stored fails its own read and none beside it', async () => {
  const reads = await readTogether((at) => at % 7 === 3);
  for (const { requestId, heard } of reads)
    expect(heard).toBe(isDoomed(requestId) ? 'internal_error' : 'answered');
  const stored = (await clinic.events()).filter(({ action }) => action === 'VIEW_PROFILE');
  const answered = reads.filter(({ heard }) => heard === 'answered').map(({ requestId }) => requestId);
  expect(stored.map(({ request_id }) => request_id).sort()).toEqual(answered.sort());
});

it('events that meet are stored in fewer transactions than there are events', async () => {
  const ids = (await readTogether(() => false)).map(({ requestId }) => requestId);
  const [row] = await superuser`
    select count(*)::int as events, count(distinct xact_id::text)::int as transactions from audit_logs
     where request_id = any(${ids})`;
  expect(row?.events).toBe(60);
  expect(row?.transactions).toBeLessThan(40);
});

const event = (response_status: number) => ({
  user_id: patient.id,
  action: 'VIEW_PROFILE' as const,
  resource_type: 'user' as const,
  resource_id: patient.id,
  patient_id: null,
  session_id: null,
  request_id: newRequestId(),
  ip_address: null,
  user_agent: 'quotes " and \\ and \u2028',
  request_data: { page: 2, sort: 'email' },
  response_status,
  additional_info: null,
  reason_code: null,
  purpose: null,
});

it('every column is stored as it was given, at the moment of the run', async () => {
  const [given, at] = [event(200), clinic.clock.now().subtract({ microseconds: 1 })];
  void appendReadEvent(given, at);
  await drainReadEvents();
  const [stored] = await superuser`
    select a.*, timestamp = ${at.toString()}::text::timestamptz as in_time from audit_logs a where request_id = ${given.request_id}`;
  expect(stored).toMatchObject({ ...given, in_time: true });
});

it('nothing but reads that were answered can be told this way', async () => {
  await expect(appendReadEvent(event(403), clinic.clock.now())).rejects.toMatchObject({ code: '42501' });
});

it('an actor’s own transaction cannot call the function', async () => {
  const forged = asRole(clinic.database.loginUrl, (sql) =>
    sql.begin(async (tx) => {
      await tx`select set_config('role', 'medisecure_app', true), set_config('app.actor_kind', 'user', true)`;
      await tx`select app.append_read_events('[]')`;
    }),
  );
  await expect(forged).rejects.toMatchObject({ code: '42501' });
});

/** An operation that says of itself that it is one read. */
const probe = (name: string, subject: (tx: Tx) => Promise<unknown>, handle: (tx: Tx) => Promise<unknown>) =>
  defineOperation({
    name: `tests.${name}`,
    kind: 'query',
    rest: 'GET /tests',
    summary: 'Reads as told',
    permission: 'read:profile',
    stepUp: 'none',
    oneRead: true,
    input: z.strictObject({}),
    output: z.void(),
    errors: [],
    audit: { event: 'VIEW_PROFILE', resource: 'user' },
    subject: async ({ tx }) => {
      await subject(tx);
      return ownRows();
    },
    handle: ({ tx }) => handle(tx).then(() => undefined),
  });

const nothing = async () => undefined;
const atOnce = async (tx: Tx) => tx`select id from users`.execute();
/** Awaited only: the driver sends it once the commit is under way. */
const late = async (tx: Tx) => await tx`select id from users`;

it.each([
  ['one read at once', atOnce, nothing, 'answered', 1],
  ['a handler that uses its transaction', atOnce, atOnce, 'internal_error', 0],
  ['a read that is sent late', late, nothing, 'internal_error', 0],
] as const)('an operation of one read: %s', async (name, subject, handle, expected, events) => {
  const context = { caller: await signIn(clinic.clock, patient), clock: clinic.clock };
  const request = { ip: '192.0.2.1', userAgent: 'test', requestId: newRequestId() };
  const operation = probe(name.replaceAll(' ', '-'), subject, handle);
  const heard = await run(operation, {}, { ...context, request }).then(
    () => 'answered',
    (error: unknown) => (error instanceof OperationError ? error.code : String(error)),
  );
  const stored = (await clinic.events()).filter(({ request_id }) => request_id === request.requestId);
  expect([heard, stored.length]).toEqual([expected, events]);
});
