import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '#lib/operations/define';
import { systemClock } from '#lib/platform/clock';
import { restV1 } from '#lib/transport/rest-v1';
import { allOperations } from '../harness/all-operations';
import { attempt } from './attempt';
import { type ExampleClinic, openExampleClinic } from './example-clinic';
import { type Performer, readyRun, runWell } from './performers';
import { restRequest } from './rest-request';
import { askSpoilt, lineOf, type RestVisit, readyRequest, restVisits } from './rest-visit';
import { type Path, takes, textFields, withValue } from './text-fields';
import { walkLimit } from './walk-limit';

let clinic: ExampleClinic;
let operations: Operation[];
beforeAll(async () => {
  clinic = await openExampleClinic();
  // Access tokens are verified by the process's own clock.
  clinic.clock.set(systemClock.now().toString());
  operations = (await allOperations()).map(({ operation }) => operation);
});
afterAll(() => clinic.close());

/** What has broken one product or another: SQL, markup, templates, paths, headers, and text that no column holds. */
const corpus = [
  "' or 1=1 --",
  "'; drop table users; --",
  '" or ""="',
  "%' union select email from users --",
  "') or pg_sleep(5) is null --",
  '$1',
  '\\',
  'asc; select 1',
  '(((',
  '\u0000',
  '\ud800',
  '\u202e\u2066txt',
  'a\r\nSet-Cookie: a=b',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '../../../etc/passwd',
  '%00%0a%2e%2e%2f',
  '__proto__',
  '9'.repeat(400),
  'a'.repeat(20_000),
  '',
  ' ',
];

/** Every place of the input that is named and takes text: its fields at the top, whatever they are, and all below. */
function targets(operation: Operation, input: unknown): Path[] {
  const { input: schema } = operation.declaration;
  const options = 'options' in schema ? (schema.options as object[]) : [schema];
  const top = options.flatMap((each) => ('shape' in each ? Object.keys(each.shape as object) : []));
  const paths = [...top.map((name) => [name]), ...textFields(operation, input)];
  return [...new Map(paths.map((path) => [path.join('.'), path])).values()];
}

/** A field that takes words is tried with all of them, one that takes an id, a number or a choice with some. */
function hostile(operation: Operation, input: unknown, path: Path): readonly string[] {
  return takes(operation, withValue(input, path, 'word'))
    ? corpus
    : corpus.filter((_, index) => index % 5 === 0);
}

/** What an answer says of a list: what was searched for is not there. */
const totalOf = (json: unknown) => (json as { total?: number }).total ?? 0;

describe('hostile text', () => {
  it(
    'in any parameter of version 1 is refused, or kept as text: never an error of ours, never somebody else’s rows',
    async () => {
      const visits = await restVisits(clinic);
      let asked = 0;
      for (const visit of visits) asked += await assault(visit);
      expect(asked).toBeGreaterThan(700);
    },
    walkLimit,
  );

  it(
    'in any field of an operation that version 1 does not have is not our error either',
    async () => {
      const others = operations.filter((operation) => !restV1.some((route) => route.operation === operation));
      let asked = 0;
      for (const operation of others) {
        const { performer } = await runWell(clinic, operation);
        asked += await assaultWithin(operation, performer);
      }
      expect(asked).toBeGreaterThan(100);
    },
    walkLimit,
  );
});

async function assault(visit: RestVisit): Promise<number> {
  const { route, performer } = visit;
  let ready = await readyRequest(clinic, visit);
  let asked = 0;
  for (const path of targets(route.operation, ready.input)) {
    for (const text of hostile(route.operation, ready.input, path)) {
      const { url, body, headers = {} } = restRequest(route, withValue(ready.input, path, text));
      const reply = await askSpoilt(ready, { url, body, headers });
      const line = `${lineOf(visit)} ${path.join('.')}=${JSON.stringify(text.slice(0, 40))}: ${reply.status}`;
      expect([line, reply.status < 500]).toEqual([line, true]);
      // A filter that is not understood finds nothing. The empty text is no filter.
      const isFilter = route.method === 'GET' && reply.status === 200 && text.trim() !== '';
      if (isFilter) expect([line, totalOf(reply.json)]).toEqual([line, 0]);
      expect(reply.headers['set-cookie']).toBeUndefined();
      asked += 1;
      if (reply.status >= 300 || route.method === 'GET') continue;
      clinic.spend(ready.viewer);
      ready = await readyRequest(clinic, { route, performer });
    }
  }
  return asked;
}

async function assaultWithin(operation: Operation, performer: Performer): Promise<number> {
  let ready = await readyRun(clinic, operation, performer);
  let asked = 0;
  for (const path of targets(operation, ready.input)) {
    for (const text of hostile(operation, ready.input, path)) {
      const input = withValue(ready.input, path, text);
      const { error } = await attempt(operation, input, { caller: ready.caller, clock: clinic.clock });
      const line = `${operation.name} ${path.join('.')}=${JSON.stringify(text.slice(0, 40))}`;
      expect([line, error?.code === 'internal_error']).toEqual([line, false]);
      asked += 1;
      if (error || operation.declaration.kind === 'query') continue;
      clinic.spend(ready.viewer);
      ready = await readyRun(clinic, operation, performer);
    }
  }
  return asked;
}
