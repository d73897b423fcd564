import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UserCaller } from '#lib/operations/kernel/caller';
import { systemClock } from '#lib/platform/clock';
import { configureEnv, env } from '#lib/platform/env';
import { newId } from '#lib/platform/ids';
import { defaultLimits } from '#lib/platform/limits';
import { tokenOf } from '../harness/ask';
import { accountEndpoints } from './account-endpoints';
import { type ExampleClinic, openExampleClinic } from './example-clinic';
import { list, table } from './matrix-table';
import { askSpoilt, lineOf, type RestVisit, readyRequest, restVisits, type Spoilt } from './rest-visit';
import { walkLimit } from './walk-limit';

let clinic: ExampleClinic;
let visits: RestVisit[];
beforeAll(async () => {
  // Before the first question, so that the second one from an address is one too many.
  configureEnv({ limits: { ...env().limits, api_address: { count: 1, seconds: 3600 } } });
  clinic = await openExampleClinic();
  // Access tokens are verified by the process's own clock.
  clinic.clock.set(systemClock.now().toString());
  visits = await restVisits(clinic);
}, walkLimit);
afterAll(async () => {
  configureEnv({ limits: { ...env().limits, ...defaultLimits } });
  await clinic.close();
});

const statuses = [200, 401, 403, 404, 422, 429] as const;
type Status = (typeof statuses)[number];
type Ready = Awaited<ReturnType<typeof readyRequest>>;

const withQuery = (url: string, pair: string) => `${url}${url.includes('?') ? '&' : '?'}${pair}`;

/** How a request that would go well is spoilt to be answered so; null where the line cannot be. */
const spoilers: Record<Status, (visit: RestVisit, ready: Ready) => Promise<Spoilt | null> | Spoilt | null> = {
  200: () => ({}),
  401: (_, { token }) => (token ? { token: null } : null),
  403: async ({ route }, { caller }) => {
    if (caller.kind !== 'user') return null;
    const { permission } = route.operation.declaration;
    const scopes = caller.scopes.filter((scope) => scope !== permission);
    return { token: await tokenOf(clinic.clock, { ...caller, scopes } as UserCaller) };
  },
  404: ({ route }, { request, input }) => {
    const { id } = input as { id?: string };
    return route.path.includes('{id}') && id ? { url: request.url.replace(id, newId('users')) } : null;
  },
  422: (_, { request }) => ({ url: withQuery(request.url, 'is_admin=true') }),
  429: () => ({}),
};

let asked = 0;
/** Each question has an address of its own, except where the limit of one is used up. */
const nextAddress = () => {
  asked += 1;
  return `198.18.${Math.floor(asked / 250)}.${1 + (asked % 250)}`;
};

/** What a line answers when it is asked for this status, as it stands in the table. */
async function cell(visit: RestVisit, status: Status): Promise<string> {
  const ready = await readyRequest(clinic, visit);
  const spoilt = await spoilers[status](visit, ready);
  if (!spoilt) return '';
  const ip = nextAddress();
  if (status === 429) await askSpoilt(ready, { url: '/api/v1/nothing', method: 'GET', body: undefined, ip });
  const reply = await askSpoilt(ready, { ...spoilt, ip });
  const expected = status === 200 ? (visit.route.operation.declaration.successStatus ?? 200) : status;
  expect([lineOf(visit), reply.status]).toEqual([lineOf(visit), expected]);
  if (status === 200 && visit.route.operation.declaration.kind === 'command') clinic.spend(ready.viewer);
  if (status === 429) expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
  return `${reply.status} ${reply.json.code ?? ''}`.trim();
}

it(
  'is the committed one: every line of version 1 answers each status as its table says',
  async () => {
    const rows: string[][] = [];
    for (const visit of visits) {
      const cells: string[] = [];
      for (const status of statuses) cells.push(await cell(visit, status));
      rows.push([lineOf(visit), ...cells]);
    }
    const [, ...refusals] = statuses.map(String);
    const text = [
      '# What each endpoint answers',
      'Written by tests/invariants/endpoint-table.test.ts from real answers, each a case of that test: a good request, then ' +
        'the same without a token, without its scope, for an id that is nobody’s, with a field that nobody knows, and from ' +
        'an address that has asked too often. An empty cell: the line is open to everybody, or names nothing that could be ' +
        'missing.',
      table(['', '2xx', ...refusals], rows),
      '## The account’s own endpoints, and the tests of what they do',
      ...accountEndpoints.map(
        ({ lines, tests }) =>
          `### ${lines.join(', ')}\n\n${list(tests.map(({ status, file, title }) => `${status}: ${file}, “${title}”`))}`,
      ),
      '',
    ];
    await expect(text.join('\n\n')).toMatchFileSnapshot('../../docs/endpoints.md');
  },
  walkLimit,
);

it('names tests that there are, for lines that there are', () => {
  const known = visits.map(lineOf);
  for (const { lines, tests } of accountEndpoints) {
    for (const line of lines) expect(known).toContain(line);
    for (const { file, title } of tests) {
      expect([file, title, readFileSync(file, 'utf8').includes(title)]).toEqual([file, title, true]);
    }
  }
});
