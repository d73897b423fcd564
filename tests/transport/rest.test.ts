import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isOperationError, OperationError } from '#lib/errors/operation-error';
import { defineOperation } from '#lib/operations/define';
import { recordId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { theClinic } from '#lib/policy/subject';
import { restApi } from '#lib/transport/rest';
import { route } from '#lib/transport/rest-route';
import type { WireResponse } from '#lib/transport/wire';
import { openClinic, type TestClinic } from '../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const base = {
  kind: 'command',
  rest: 'POST /things',
  summary: 'Answers what it was given',
  public: true,
  output: z.unknown(),
  errors: [],
  audit: { event: 'VIEW_PROFILE', resource: 'user' },
  subject: theClinic,
} as const;

const create = defineOperation({
  ...base,
  name: 'things.create',
  successStatus: 201,
  losslessNumbers: true,
  bodyLimitBytes: 200,
  input: z.strictObject({ value: z.unknown() }),
  handle: ({ input }) => input,
});
const change = defineOperation({
  ...base,
  name: 'things.change',
  input: z.strictObject({ id: recordId, note: z.string().optional(), keep: z.string().optional() }),
  handle: ({ input }) => input,
});
const remove = defineOperation({
  ...base,
  name: 'things.remove',
  successStatus: 204,
  output: z.undefined(),
  input: z.strictObject({ id: recordId }),
  handle: () => undefined,
});

const api = restApi('/t', [
  route('POST /things', create, { location: () => '/t/things/1' }),
  route('PUT /things/{id}', change, { wire: { query: ['keep'], ifMatch: 'seen' } }),
  route('GET /things/{id}', change),
  route('DELETE /things/{id}', remove),
  route('GET /things/newest', create, { toInput: () => ({ value: 'newest' }) }),
]);

const id = '01920000-0000-7000-8000-000000000001';

interface Sent {
  readonly body?: string | Uint8Array;
  readonly headers?: Record<string, string>;
}

/** The answer, or the error's code and what it names. */
async function send(method: string, url: string, { body, headers }: Sent = {}) {
  const bytes = Buffer.from(body ?? '');
  const [path = '', query = ''] = url.split('?');
  const request = {
    method,
    url,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }),
      ...headers,
    },
    ip: null,
    requestId: newRequestId(),
    body: async (limit: number) => {
      if (bytes.byteLength > limit) throw new OperationError('request_too_large');
      return bytes;
    },
  };
  try {
    return (await api(request, path, query)?.answer()) as WireResponse;
  } catch (error) {
    if (!isOperationError(error)) throw error;
    return {
      code: error.code,
      fields: error.facts.errors?.map(({ path: field, code }) => `${field}: ${code}`),
    };
  }
}

describe('bodies', () => {
  it('keeps a number as it was written, and says where the new thing is', async () => {
    expect(
      await send('POST', '/t/things', { body: '{"value":{"low":1.50,"high":10000000000000000001}}' }),
    ).toEqual({
      status: 201,
      headers: { location: '/t/things/1', 'content-type': 'application/json; charset=utf-8' },
      body: '{"value":{"low":1.50,"high":10000000000000000001}}',
    });
  });

  it.each([
    ['text/plain', 'unsupported_media_type'],
    ['application/x-www-form-urlencoded', 'unsupported_media_type'],
    ['application/json; charset=latin1', 'unsupported_media_type'],
    ['application/jsonp', 'unsupported_media_type'],
    ['', 'unsupported_media_type'],
    ['APPLICATION/JSON; Charset="UTF-8"', undefined],
  ])('content type %j', async (type, code) => {
    const answer = await send('POST', '/t/things', {
      body: '{"value":1}',
      headers: { 'content-type': type },
    });
    expect('code' in answer ? answer.code : undefined).toBe(code);
  });

  it('refuses one that would inflate', async () => {
    const headers = { 'content-encoding': 'gzip' };
    expect(await send('POST', '/t/things', { body: '{"value":1}', headers })).toMatchObject({
      code: 'unsupported_media_type',
    });
  });

  it('counts against the limit of the operation', async () => {
    const body = (length: number) => `{"value":"${'x'.repeat(length - 12)}"}`;
    expect(await send('POST', '/t/things', { body: body(200) })).toMatchObject({ status: 201 });
    expect(await send('POST', '/t/things', { body: body(201) })).toEqual({
      code: 'request_too_large',
      fields: undefined,
    });
  });

  it.each([
    ['{"value":1', 'malformed_request', undefined],
    ['[]', 'validation_failed', [': invalid_type']],
    ['"text"', 'validation_failed', [': invalid_type']],
    ['null', 'validation_failed', [': invalid_type']],
    [
      '{"value":1,"admin":true,"__proto__":{}}',
      'validation_failed',
      ['admin: unknown_field', '__proto__: unknown_field'],
    ],
  ])('%s', async (body, code, fields) => {
    expect(await send('POST', '/t/things', { body })).toEqual({ code, fields });
  });
});

describe('addresses', () => {
  it('hands path and query to the operation, ids in lower case', async () => {
    const answer = await send('PUT', `/t/things/${id.toUpperCase()}?keep=1`, { body: '{"note":"x"}' });
    expect(answer).toMatchObject({ body: JSON.stringify({ id, note: 'x', keep: '1' }) });
    const astray = await send('PUT', `/t/things/${id}`, { body: '{"keep":"1"}' });
    expect(astray).toMatchObject({ fields: ['body.keep: unknown_field'] });
  });

  it('takes no body at all as an empty one', async () => {
    expect(await send('DELETE', `/t/things/${id}`)).toEqual({ status: 204, headers: {}, body: null });
    expect(await send('DELETE', `/t/things/${id}`, { body: '' })).toMatchObject({ status: 204 });
  });

  it('lets no body speak for the address', async () => {
    expect(await send('PUT', `/t/things/${id}`, { body: `{"id":"${id}"}` })).toEqual({
      code: 'validation_failed',
      fields: ['body.id: unknown_field'],
    });
  });

  it('takes nothing from a query that belongs into the body, where no log keeps it', async () => {
    for (const body of [undefined, '{}']) {
      const sent = body === undefined ? {} : { body };
      expect(await send('POST', '/t/things?value=secret', sent)).toEqual({
        code: 'validation_failed',
        fields: ['value: required', 'query.value: unknown_field'],
      });
    }
  });

  it('lets no query speak for the path', async () => {
    expect(await send('GET', `/t/things/${id}?id=${id}&note=x`)).toMatchObject({
      fields: ['query.id: unknown_field'],
    });
    expect(await send('GET', `/t/things/${id}?note=x`)).toMatchObject({
      body: JSON.stringify({ id, note: 'x' }),
    });
  });

  it('lets no body speak for a header', async () => {
    expect(await send('PUT', `/t/things/${id}`, { body: '{"seen":1}' })).toMatchObject({
      fields: ['body.seen: unknown_field'],
    });
  });

  it.each(['1', 'x', '%00', "1'--", `${id}0`])(
    'answers the malformed id %j as a missing one',
    async (bad) => {
      expect(await send('PUT', `/t/things/${bad}`, { body: '{}' })).toEqual({
        code: 'not_found',
        fields: undefined,
      });
    },
  );

  it('prefers the word to the parameter', async () => {
    expect(await send('GET', '/t/things/newest')).toMatchObject({ body: '{"value":"newest"}' });
  });
});
