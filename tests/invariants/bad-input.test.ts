import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#lib/platform/clock';
import { ask, type Reply } from '../harness/ask';
import { type ExampleClinic, openExampleClinic } from './example-clinic';
import {
  askSpoilt,
  lineOf,
  type ReadyRequest,
  type RestVisit,
  readyRequest,
  restVisits,
  type Spoilt,
} from './rest-visit';

let clinic: ExampleClinic;
let visits: RestVisit[];
/** With a body of JSON; those that take a file have tests of their own. */
let withBody: RestVisit[];
beforeAll(async () => {
  clinic = await openExampleClinic();
  // Access tokens are verified by the process's own clock.
  clinic.clock.set(systemClock.now().toString());
  visits = await restVisits(clinic);
  withBody = visits.filter(({ route }) => route.method !== 'GET' && !route.wire?.bytes);
});
afterAll(() => clinic.close());

const told = ({ status, json }: Reply) => `${status} ${json.code}`;

/** Each visit spoilt in the same way, with what it is answered. */
async function answers(asked: readonly RestVisit[], spoil: (ready: ReadyRequest) => Spoilt) {
  const lines: string[] = [];
  for (const visit of asked) {
    const ready = await readyRequest(clinic, visit);
    lines.push(`${lineOf(visit)}: ${told(await askSpoilt(ready, spoil(ready)))}`);
  }
  return lines;
}

const all = (asked: readonly RestVisit[], answer: string) =>
  asked.map((visit) => `${lineOf(visit)}: ${answer}`);

describe('without a token', () => {
  it('no body is looked at: 401 comes before 400, 413, 415 and 422', async () => {
    const guarded = visits.filter(({ route }) => !route.operation.declaration.public);
    for (const spoilt of [{ body: '{"a":' }, { body: '[]', headers: { 'content-type': 'text/plain' } }]) {
      const lines: string[] = [];
      for (const visit of guarded) {
        const { request } = await readyRequest(clinic, visit);
        const reply = await ask(visit.route.method, request.url, spoilt);
        lines.push(`${lineOf(visit)}: ${told(reply)}`);
      }
      expect(lines).toEqual(all(guarded, '401 unauthenticated'));
    }
  });
});

describe('a body', () => {
  it.each([
    ['cut off', '{"a":'],
    ['of another grammar', "{'a': 1}"],
    ['with a key twice', '{"a":1,"a":2}'],
    ['nested without end', `${'['.repeat(100)}${']'.repeat(100)}`],
    ['of no UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)],
  ])('%s is 400', async (_name, body) => {
    expect(await answers(withBody, () => ({ body }))).toEqual(all(withBody, '400 malformed_request'));
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'of the type "%s" is 415',
    async (type) => {
      const spoil = ({ request }: ReadyRequest) => ({
        body: request.body ?? '{}',
        headers: { 'content-type': type },
      });
      expect(await answers(withBody, spoil)).toEqual(all(withBody, '415 unsupported_media_type'));
    },
  );

  it('in another charset, or compressed, is 415: nothing is inflated', async () => {
    const charset = () => ({ body: '{}', headers: { 'content-type': 'application/json; charset=utf-16' } });
    const bomb = gzipSync(Buffer.alloc(1_000_000));
    const packed = () => ({
      body: bomb,
      headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' },
    });
    expect(await answers(withBody, charset)).toEqual(all(withBody, '415 unsupported_media_type'));
    const small = await answers(withBody, packed);
    expect(small).toEqual(all(withBody, '415 unsupported_media_type'));
  });

  it.each(['[]', 'null', '1', '"text"', 'true'])('that is %s and no object is 422', async (body) => {
    expect(await answers(withBody, () => ({ body }))).toEqual(all(withBody, '422 validation_failed'));
  });

  it('has no meaning in a GET: 400', async () => {
    const reads = visits.filter(({ route }) => route.method === 'GET');
    expect(await answers(reads, () => ({ body: '{}' }))).toEqual(all(reads, '400 malformed_request'));
  });

  it('with prototype keys changes nothing: they are fields that nobody knows', async () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const spoil = ({ request }: ReadyRequest) => ({
        body: String(request.body ?? '{}').replace(
          /^\{/,
          `{"${key}":{"role":"admin"}${request.body ? ',' : ''}`,
        ),
      });
      const lines = await answers(withBody, spoil);
      expect(lines.filter((line) => !/: (422 validation_failed|400 malformed_request)$/.test(line))).toEqual(
        [],
      );
    }
    expect(({} as { role?: string }).role).toBeUndefined();
  });
});

/** The fields that a line takes where it is asked, without those of its path. */
function fieldsOf({ route: { operation, path, wire = {} } }: RestVisit): string[] {
  const { input } = operation.declaration;
  // Of a union whose kinds are told apart by a field, that field is wrong before any other can be.
  if ('def' in input && 'discriminator' in (input.def as object))
    return [String((input.def as unknown as { discriminator: unknown }).discriminator)];
  const options = 'options' in input ? (input.options as object[]) : [input];
  const names = options.flatMap((each) => ('shape' in each ? Object.keys(each.shape as object) : []));
  return [...new Set(names)].filter((name) => !path.includes(`{${name}}`) && name !== wire.ifMatch);
}

const pathsOf = ({ json }: Reply) => ((json.errors ?? []) as { path: string }[]).map(({ path }) => path);

const isNamed = (paths: readonly string[], field: string) =>
  paths.some((path) => path === field || path.startsWith(`${field}.`));

describe('fields', () => {
  it('that are bad are named, all at once', async () => {
    for (const visit of visits.filter(({ route }) => !route.wire?.bytes)) {
      const { method, wire = {} } = visit.route;
      const fields = fieldsOf(visit);
      const inQuery = (name: string) => method === 'GET' || wire.query?.includes(name);
      const query = new URLSearchParams(
        fields.filter(inQuery).flatMap((name) => [
          [name, '\u0001'],
          [name, 'x'],
        ]),
      );
      const inBody = Object.fromEntries(fields.filter((name) => !inQuery(name)).map((name) => [name, [[]]]));
      const ready = await readyRequest(clinic, visit);
      const [address = ''] = ready.request.url.split('?');
      const body = Object.keys(inBody).length > 0 ? JSON.stringify(inBody) : undefined;
      const reply = await askSpoilt(ready, { url: `${address}?${query}`, body });
      if (fields.length === 0) continue;
      const line = `${lineOf(visit)}: ${told(reply)}`;
      const missing = fields.filter((name) => !isNamed(pathsOf(reply), name));
      expect([line, missing]).toEqual([`${lineOf(visit)}: 422 validation_failed`, []]);
    }
  });

  it('that nobody knows are named, in body and query', async () => {
    for (const visit of visits) {
      const ready = await readyRequest(clinic, visit);
      const { url } = ready.request;
      const body = String(ready.request.body ?? '{}');
      const surplus = body.replace(/\}$/, `${body === '{}' ? '' : ','}"is_admin":true}`);
      const replies = [
        await askSpoilt(ready, { url: `${url}${url.includes('?') ? '&' : '?'}is_admin=true` }),
      ];
      if (withBody.includes(visit)) replies.push(await askSpoilt(ready, { body: surplus }));
      for (const reply of replies) {
        expect([lineOf(visit), told(reply), pathsOf(reply)]).toEqual([
          lineOf(visit),
          '422 validation_failed',
          [expect.stringMatching(/^(?:query\.)?is_admin$/)],
        ]);
      }
    }
  });

  it('of the path cannot be said again in body or query', async () => {
    for (const visit of visits.filter(({ route }) => route.path.includes('{id}'))) {
      const ready = await readyRequest(clinic, visit);
      const { url } = ready.request;
      const other = await clinic.chartOf({ role: 'doctor', relation: 'self' });
      const reply = await askSpoilt(ready, { url: `${url}?id=${other.record}` });
      // What the path says holds: the record of the query is not the one that is answered.
      expect([lineOf(visit), String(reply.json.id ?? '')]).not.toContain(other.record);
      if (visit.route.method === 'GET') continue;
      const again = await askSpoilt(ready, { body: JSON.stringify({ id: other.record }) });
      expect([lineOf(visit), again.status >= 400]).toEqual([lineOf(visit), true]);
    }
  });
});

describe('an address', () => {
  it.each([
    '/api/v1/nothing',
    '/api/v1/records/x/y/z',
    '/api/v1/%2e%2e/users',
    '/api/v1/records%2Fx',
    '/api/v2/users/me',
    '/graphql',
  ])('%s is a 404 problem', async (url) => {
    const [visit] = visits;
    if (!visit) throw new Error('Version 1 has no line.');
    const ready = await readyRequest(clinic, visit);
    const reply = await askSpoilt(ready, { method: 'GET', url, body: undefined });
    expect([told(reply), reply.headers['content-type']]).toEqual([
      '404 not_found',
      'application/problem+json; charset=utf-8',
    ]);
  });
});
