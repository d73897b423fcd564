import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '#lib/operations/define';
import { systemClock } from '#lib/platform/clock';
import { createLog } from '#lib/platform/log';
import { metrics } from '#lib/platform/metrics';
import { singleton } from '#lib/platform/singleton';
import { restV1 } from '#lib/transport/rest-v1';
import { allOperations } from '../harness/all-operations';
import { asRole } from '../harness/as-role';
import { ask, type Reply, tokenOf } from '../harness/ask';
import { dumpOf } from '../harness/dump';
import { attempt } from './attempt';
import { disguises, sings, songs, withCanaries } from './canaries';
import { type ExampleClinic, openExampleClinic } from './example-clinic';
import { type GoodRun, readyRun, runWell } from './performers';
import { restRequest } from './rest-request';
import { takes, valueAt, withValue } from './text-fields';
import { walkLimit } from './walk-limit';

const logged: string[] = [];
singleton('log', () => createLog('debug', { write: (line: string) => void logged.push(line) }));

let clinic: ExampleClinic;
let dump: string;
const secrets = new Set<string>();
const replies: Reply[] = [];
/** Operations into which something was typed, and which took it. */
const typedInto = new Set<string>();
const refusing = new Set<string>();

beforeAll(async () => {
  clinic = await openExampleClinic();
  // Access tokens are verified by the process's own clock.
  clinic.clock.set(systemClock.now().toString());
  for (const { operation } of await allOperations()) {
    const good = await runWell(clinic, operation);
    // Codes of a published system are nobody's words.
    if (operation.name === 'terminology.add') continue;
    collectSecrets(good.output);
    for (const input of basesOf(operation, good)) await typeInto(operation, good, input);
    await throughRest(operation, good);
  }
  dump = await dumpOf(clinic.database.superuserUrl);
}, walkLimit);
afterAll(() => clinic.close());

/** The example, and where an operation takes several kinds of input one of each. */
function basesOf(operation: Operation, { input }: GoodRun): unknown[] {
  if (operation.name !== 'records.create') return [input];
  const contents = [
    { text: 'x' },
    { text: 'x', value: 'x' },
    { text: 'x', value: '5' },
    { text: 'x', body: 'x' },
  ];
  const others = [
    'prescription',
    'lab_result',
    'allergy',
    'immunization',
    'vital_sign',
    'procedure',
    'encounter',
    'note',
  ];
  const kinds = others.flatMap((type) => {
    const wishes = contents.map((content) =>
      withValue(withValue(input, ['record_type'], type), ['content'], content),
    );
    const taken = wishes.find((each) => takes(operation, each));
    if (!taken) throw new Error(`No content of ${type} is taken.`);
    return [taken];
  });
  return [input, ...kinds];
}

/** A canary in every field, first so that it is taken, then in the proofs as well, so that it is refused. */
async function typeInto(operation: Operation, good: GoodRun, base: unknown): Promise<void> {
  for (const withProofs of [false, true]) {
    const ready = await readyRun(clinic, operation, good.performer);
    const own = base === good.input ? ready.input : rebased(base, ready.input);
    const input = withCanaries(operation, own, withProofs);
    const done = await attempt(operation, input, { caller: ready.caller, clock: clinic.clock });
    collectSecrets(done.output);
    if (sings(input)) (done.error ? refusing : typedInto).add(operation.name);
    if (done.error) continue;
    if (operation.declaration.kind === 'command') clinic.spend(ready.viewer);
  }
}

/** Another kind of input, about the chart of this run. */
const rebased = (base: unknown, ready: unknown) =>
  withValue(base, ['patient_id'], valueAt(ready, ['patient_id']));

/** The same over version 1, taken and refused: once as it should be, once as nobody, once with too much. */
async function throughRest(operation: Operation, good: GoodRun): Promise<void> {
  for (const route of restV1.filter((each) => each.operation === operation)) {
    const ready = await readyRun(clinic, operation, good.performer);
    const input = route.method === 'GET' ? ready.input : withCanaries(operation, ready.input);
    const { method, url, ...sent } = restRequest(route, input);
    const token = ready.caller.kind === 'user' ? await tokenOf(clinic.clock, ready.caller) : undefined;
    if (token) secrets.add(token);
    const more =
      typeof sent.body === 'string' ? sent.body.replace(/}$/, `,"surplus":"${songs[0]}"}`) : undefined;
    const questions = [{ ...sent, ...(token && { token }) }, sent, { ...sent, ...(more && { body: more }) }];
    for (const question of questions) replies.push(await ask(method, url, question));
    if (operation.declaration.kind === 'command') clinic.spend(ready.viewer);
  }
}

const secretFields = /^(access_token|refresh_token|mfa_token|ticket|token|secret)$/;

function collectSecrets(output: unknown): void {
  if (typeof output !== 'object' || output === null) return;
  for (const [key, value] of Object.entries(output)) {
    if (secretFields.test(key) && typeof value === 'string') secrets.add(value);
    else collectSecrets(value);
  }
}

/** Which of the needles the hay holds, in whatever disguise. */
const found = (hay: string, needles: Iterable<string | Uint8Array> = songs): string[] =>
  [...needles].flatMap(disguises).filter((form) => hay.includes(form));

describe('what people type', () => {
  it('was typed into every operation that takes text, and taken by all but those that compare it', () => {
    expect([...refusing].filter((name) => !typedInto.has(name))).toEqual([
      ...['appointments.cancel-by-link', 'appointments.confirm-by-link'],
      ...['appointments.get-by-link', 'appointments.move-by-link'],
      ...['auth.begin-passkey-second-factor', 'auth.confirm-totp', 'auth.login-passkey', 'auth.login'],
      ...['auth.portal-passkey-second-factor', 'auth.portal-passkey-sign-in', 'auth.portal-second-factor'],
      ...['auth.portal-sign-in', 'auth.refresh', 'auth.sso-sign-in', 'auth.step-up-passkey', 'auth.step-up'],
      ...['auth.verify-email', 'auth.verify-second-factor', 'calendar-feeds.read'],
      'care-relationships.accept-invitation',
      ...['passkeys.register', 'passwords.change'],
      ...[
        'phones.confirm',
        'recoveries.object-by-link',
        'recoveries.redeem',
        'reminders.stop-by-link',
        'resources.list-chart',
        'resources.search',
        'users.confirm-email',
        'users.undo-deletion',
        ...['waiting-list.answer-by-link', 'waiting-list.get-by-link'],
      ],
    ]);
    expect(typedInto.size).toBeGreaterThan(12);
    expect(replies.filter(({ status }) => status < 300).length).toBeGreaterThan(15);
  });

  it('stands in no table', () => {
    expect(found(dump)).toEqual([]);
    // The search itself sees what does stand there.
    expect(found(dump, ['Northgate Clinic'])).not.toEqual([]);
  });

  it('stands in no line of the log, ours or the database’s, and in no metric', async () => {
    expect(logged.length).toBeGreaterThan(50);
    expect(found(logged.join('\n'))).toEqual([]);
    expect(found(await metrics().registry.metrics())).toEqual([]);
    const [row] = await asRole(clinic.database.superuserUrl, (sql) => sql`show data_directory`);
    expect(found(readFileSync(path.join(String(row?.data_directory), '../postgres.log'), 'utf8'))).toEqual(
      [],
    );
  });

  it('stands in no refusal, no header and no address that we give', () => {
    const refused = replies.filter(({ status }) => status >= 400);
    expect(refused.length).toBeGreaterThan(30);
    expect(refused.flatMap(({ text }) => found(text))).toEqual([]);
    expect(replies.flatMap(({ headers }) => found(JSON.stringify(headers)))).toEqual([]);
  });

  it('is never asked for in an address of version 1', () => {
    const asked = restV1
      .filter(({ method }) => method === 'GET')
      .flatMap(({ operation }) => {
        const example = operation.declaration.example?.input;
        return sings(withCanaries(operation, example)) ? [operation.name] : [];
      });
    expect(asked).toEqual([]);
  });
});

describe('secrets', () => {
  it('that operations gave out stand in no table, log or refusal', () => {
    expect(secrets.size).toBeGreaterThan(10);
    const hay = [dump, ...logged, ...replies.filter(({ status }) => status >= 400).map(({ text }) => text)];
    expect(found(hay.join('\n'), secrets)).toEqual([]);
  });

  it('nor do their bytes', () => {
    const bytes = [...secrets]
      .filter((each) => !each.includes('.'))
      .map((each) => Buffer.from(each, 'base64url'));
    expect(found(dump, bytes)).toEqual([]);
  });
});
