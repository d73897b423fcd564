import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OperationError, refuseAndCommit } from '#lib/errors/operation-error';
import { defineOperation } from '#lib/operations/define';
import type { Caller } from '#lib/operations/kernel/caller';
import { run } from '#lib/operations/run';
import { getMe } from '#lib/operations/users/get-me';
import { newRequestId } from '#lib/platform/request-id';
import { ownRows } from '#lib/policy/subject';
import { type Account, createAccount, signIn } from '../factories/account';
import { asRole } from '../harness/as-role';
import { openClinic, type TestClinic } from '../harness/clinic';

let clinic: TestClinic;
let patient: Account;

beforeAll(async () => {
  clinic = await openClinic();
  patient = await createAccount(clinic.clock, 'patient');
});
afterAll(() => clinic.close());

const contextOf = (caller: Caller) => {
  const request = { ip: '192.0.2.1', userAgent: 'test', requestId: newRequestId() };
  return { caller, request, clock: clinic.clock };
};

/** The code that the run refused with, and the events that it left. */
async function attempt(running: (requestId: string) => Promise<unknown>, requestId: string) {
  const answer = await running(requestId).then(
    (output) => ({ output }),
    (error: unknown) => ({ code: error instanceof OperationError ? error.code : String(error) }),
  );
  const events = (await clinic.events()).filter((event) => event.request_id === requestId);
  return { ...answer, events };
}

function runAs(caller: Caller, operation: Parameters<typeof run>[0], input: unknown = {}) {
  const context = contextOf(caller);
  return attempt(() => run(operation, input, context), context.request.requestId);
}

/** An operation of the test: writes a counter, then ends as told. */
const probe = (
  ending: () => unknown,
  extra: { constraints?: Record<string, 'conflict'>; output?: z.ZodType } = {},
) =>
  defineOperation({
    name: 'tests.probe',
    kind: 'command',
    rest: 'POST /tests',
    summary: 'Ends as told',
    permission: 'write:profile',
    stepUp: 'none',
    input: z.strictObject({ note: z.string().optional() }),
    output: extra.output ?? z.unknown(),
    errors: ['conflict'],
    audit: { event: 'UPDATE_PROFILE', resource: 'user' },
    ...(extra.constraints && { constraints: extra.constraints }),
    subject: ownRows,
    async handle({ tx, actor }) {
      await tx`update users set locale = 'de' where id = ${actor.user_id}`;
      return ending();
    },
  });

async function locale(): Promise<string | null> {
  const [row] = await asRole(
    clinic.database.superuserUrl,
    (sql) => sql`select locale from users where id = ${patient.id}`,
  );
  await asRole(
    clinic.database.superuserUrl,
    (sql) => sql`update users set locale = null where id = ${patient.id}`,
  );
  return row?.locale ?? null;
}

describe('a run that ends well', () => {
  it('answers, and has committed exactly one event that says who, what and from where', async () => {
    const caller = await signIn(clinic.clock, patient);
    const { output, events } = { output: undefined, ...(await runAs(caller, getMe)) };
    expect(output).toMatchObject({
      id: patient.id,
      email: patient.email,
      first_name: 'Elsa',
      last_name: null,
    });
    expect(events).toEqual([
      expect.objectContaining({
        action: 'VIEW_PROFILE',
        user_id: patient.id,
        session_id: caller.session.id,
        resource_id: patient.id,
        ip_address: '192.0.2.1',
        response_status: 200,
        reason_code: null,
      }),
    ]);
  });

  it('keeps what it wrote', async () => {
    const { code, events } = {
      code: null,
      ...(await runAs(
        await signIn(clinic.clock, patient),
        probe(() => 'done'),
      )),
    };
    expect([code, events.length, await locale()]).toEqual([null, 1, 'de']);
  });
});

describe('refusals', () => {
  it.each([
    ['nobody', async (): Promise<Caller> => ({ kind: 'anonymous' }), 'unauthenticated', 0],
    [
      'a token without the scope',
      () => signIn(clinic.clock, patient, { scopes: ['read:records'] }),
      'insufficient_scope',
      1,
    ],
    ['a token that claims more than its session', narrowedSession, 'insufficient_scope', 1],
    ['a session of another', otherOwner, 'unauthenticated', 0],
    ['a doctor without a second factor', weakDoctor, 'mfa_enrolment_required', 1],
    [
      'a job that nobody invited',
      async (): Promise<Caller> => ({ kind: 'system', job: 'import' }),
      'forbidden',
      1,
    ],
    ['an expired session', expiredSession, 'unauthenticated', 0],
  ])('%s', async (_name, makeCaller, code, eventCount) => {
    const answer = { code: null, ...(await runAs(await makeCaller(), getMe)) };
    expect([answer.code, answer.events.length]).toEqual([code, eventCount]);
    for (const event of answer.events) expect(event.reason_code).toBe(code);
  });

  it('names every broken field at once and leaves no event: the input never reached the policy', async () => {
    const context = contextOf(await signIn(clinic.clock, patient));
    const error = await run(
      probe(() => 0),
      { note: 5, other: 1 },
      context,
    ).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'validation_failed',
      facts: {
        errors: [
          { path: 'note', code: 'invalid_type' },
          { path: 'other', code: 'unknown_field' },
        ],
      },
    });
    const events = (await clinic.events()).filter((event) => event.request_id === context.request.requestId);
    expect(events).toEqual([]);
  });

  it('rolls back, and the event of the refusal stands alone', async () => {
    const ending = () => {
      throw new OperationError('conflict');
    };
    const answer = { code: null, ...(await runAs(await signIn(clinic.clock, patient), probe(ending))) };
    expect([answer.code, answer.events.map((event) => event.response_status), await locale()]).toEqual([
      'conflict',
      [409],
      null,
    ]);
  });

  it('commits together with its event where the refusal says so', async () => {
    const ending = () => {
      throw refuseAndCommit('invalid_code');
    };
    const answer = { code: null, ...(await runAs(await signIn(clinic.clock, patient), probe(ending))) };
    expect([answer.code, answer.events.map((event) => event.response_status), await locale()]).toEqual([
      'invalid_code',
      [403],
      'de',
    ]);
  });

  it.each([
    [
      'something nobody foresaw',
      () => {
        throw new Error('secret detail');
      },
      {},
    ],
    ['an answer that breaks its own schema', () => 'text', { output: z.number() }],
  ])('%s is an internal error that leaves no trace of its write', async (_name, ending, extra) => {
    const answer = {
      code: null,
      ...(await runAs(await signIn(clinic.clock, patient), probe(ending, extra))),
    };
    expect([answer.code, answer.events.length, await locale()]).toEqual(['internal_error', 0, null]);
  });

  it('reads a constraint of the database as the rule that it speaks for', async () => {
    const ending = () => {
      throw Object.assign(new Error(), { code: '23505', constraint_name: 'only_one' });
    };
    const answer = await runAs(
      await signIn(clinic.clock, patient),
      probe(ending, { constraints: { only_one: 'conflict' } }),
    );
    expect(answer).toMatchObject({ code: 'conflict' });
  });
});

async function narrowedSession(): Promise<Caller> {
  const caller = await signIn(clinic.clock, patient, { scopes: ['read:records'] });
  return { ...caller, scopes: ['read:profile'] };
}

async function otherOwner(): Promise<Caller> {
  const other = await createAccount(clinic.clock, 'patient');
  return { ...(await signIn(clinic.clock, patient)), user_id: other.id };
}

async function weakDoctor(): Promise<Caller> {
  return signIn(clinic.clock, await createAccount(clinic.clock, 'doctor'), { assurance: 'aal1' });
}

async function expiredSession(): Promise<Caller> {
  const caller = await signIn(clinic.clock, patient);
  await asRole(
    clinic.database.superuserUrl,
    (sql) => sql`update sessions set revoked_at = created_at where id = ${caller.session.id}`,
  );
  return caller;
}
