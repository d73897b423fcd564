import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { UserCaller } from '#lib/operations/kernel/caller';
import { systemClock } from '#lib/platform/clock';
import type { RestRoute } from '#lib/transport/rest-route';
import { restV1 } from '#lib/transport/rest-v1';
import { ask, type Reply, tokenOf } from '../harness/ask';
import { type ExampleClinic, openExampleClinic } from './example-clinic';
import { exampleInput } from './example-input';
import { type OpenApiDocument, openApiDocument } from './openapi-schema';
import { restRequest } from './rest-request';
import { viewers } from './viewers';
import { walkLimit } from './walk-limit';

let clinic: ExampleClinic;
let document: OpenApiDocument;
beforeAll(async () => {
  clinic = await openExampleClinic();
  // Access tokens are verified by the process's own clock.
  clinic.clock.set(systemClock.now().toString());
  document = openApiDocument.parse((await ask('GET', '/api/v1/openapi.json')).json);
});
afterAll(() => clinic.close());

const described = ({ method, path }: RestRoute) => {
  const item = document.paths[`/api/v1${path}`];
  const operation = item?.[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'];
  if (!operation) throw new Error(`${method} ${path} is not described`);
  return operation;
};

it('is a document of OpenAPI 3.1 in which no key is out of place', async () => {
  const { json } = await ask('GET', '/api/v1/openapi.json');
  const { error } = openApiDocument.safeParse(json);
  expect(error ? z.prettifyError(error) : '').toBe('');
});

it('lists for each path exactly the methods that it answers', async () => {
  for (const [path, item] of Object.entries(document.paths)) {
    const known = Object.keys(item).map((method) => method.toUpperCase());
    const address = path.replace(/\{\w+\}/g, '01920000-0000-7000-8000-00000000000f');
    const { headers } = await ask('OPTIONS', address);
    const allowed = String(headers.allow).split(', ');
    const extra = known.includes('GET') ? ['HEAD', 'OPTIONS'] : ['OPTIONS'];
    expect([path, allowed.sort()]).toEqual([path, [...known, ...extra].sort()]);
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'].filter((each) => !known.includes(each))) {
      const { status, json } = await ask(method, address);
      expect([method, path, status, json.code]).toEqual([method, path, 405, 'method_not_allowed']);
    }
  }
});

const known = new Map<unknown, z.ZodType>();

/** Schemas whose references are in their places. Each is asked for by every viewer, and made once. */
const resolved = (schema: unknown): z.ZodType => {
  const made = known.get(schema) ?? withoutReferences(schema);
  known.set(schema, made);
  return made;
};

const withoutReferences = (schema: unknown): z.ZodType => {
  const text = JSON.stringify(schema, (_key, value) =>
    typeof value?.$ref === 'string' ? document.components.schemas[value.$ref.split('/').at(-1)] : value,
  );
  return z.fromJSONSchema(JSON.parse(text));
};

/** What is wrong with an answer, by the document. */
function faultOf(route: RestRoute, { status, headers, json, text }: Reply): string | null {
  const response = described(route).responses[status];
  if (!response) return `${status} is not described`;
  const [type = ''] = String(headers['content-type'] ?? '').split(';');
  if (!response.content) return text === '' ? null : 'a body that is not described';
  const media = response.content[type];
  if (!media) return `${type} is not described`;
  const { error } = resolved(media.schema).safeParse(type.endsWith('json') ? json : text);
  if (error) return z.prettifyError(error);
  if (headers.location && !response.headers?.Location) return 'a Location that is not described';
  const codes = Object.keys(media.examples ?? {});
  return status < 400 || codes.includes(String(json.code)) ? null : `${json.code} is no example of ${status}`;
}

describe('what the document says', () => {
  it(
    'is what everybody is answered',
    async () => {
      const statuses = new Set<string>();
      for (const route of restV1) {
        for (const viewer of viewers) {
          const [chart, caller] = [await clinic.chartOf(viewer), await clinic.callerOf(viewer)];
          const input = await exampleInput(route.operation, { ...clinic, chart, caller });
          const { method, url, ...sent } = restRequest(route, input);
          const token =
            caller.kind === 'user' ? await tokenOf(clinic.clock, caller as UserCaller) : undefined;
          const reply = await ask(method, url, { ...sent, ...(token && { token }) });
          const line = `${route.method} ${route.path} ${reply.status}`;
          expect([line, faultOf(route, reply)]).toEqual([line, null]);
          statuses.add(line);
          if (reply.status < 300 && method !== 'GET') clinic.spend(viewer);
        }
      }
      const good = restV1.filter(({ method, path }) =>
        [...statuses].some((line) => line.startsWith(`${method} ${path} 2`)),
      );
      expect(good.length).toBe(restV1.length);
    },
    walkLimit,
  );

  it('takes every example that it gives', async () => {
    for (const route of restV1) {
      const { requestBody, responses } = described(route);
      const medias = [requestBody, ...Object.values(responses)].flatMap((part) =>
        Object.values(part?.content ?? {}),
      );
      for (const { schema, example, examples = {} } of medias) {
        const values = [example, ...Object.values(examples).map(({ value }) => value)];
        for (const value of values.filter((each) => each !== undefined)) {
          const { error } = resolved(schema).safeParse(value);
          expect([route.operation.name, error && z.prettifyError(error)]).toEqual([
            route.operation.name,
            undefined,
          ]);
        }
      }
    }
  });
});
