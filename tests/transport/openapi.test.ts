import { afterAll, beforeAll, expect, it } from 'vitest';
import { restV1 } from '#lib/transport/rest-v1';
import { ask } from '../harness/ask';
import { openClinic, type TestClinic } from '../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  maxLength?: number;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
}

type Described = {
  operationId: string;
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, unknown> }>;
  security: unknown[];
};

it('describes exactly the routes that answer, with their errors and who may call', async () => {
  const { status, json } = await ask('GET', '/openapi.json');
  const paths = json.paths as Record<string, Record<string, Described>>;
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect([status, json.openapi]).toEqual([200, '3.1.1']);
  expect(described.sort()).toEqual(restV1.map(({ method, path }) => `${method} /api/v1${path}`).sort());
  for (const { method, path, operation } of restV1) {
    const shown = paths[`/api/v1${path}`]?.[method.toLowerCase()];
    const { permission, successStatus = 200 } = operation.declaration;
    expect(shown?.security, operation.name).toEqual(permission ? [{ bearer: [permission] }] : []);
    expect(Object.keys(shown?.responses ?? {})).toEqual(
      expect.arrayContaining([String(successStatus), '421', '422', '429', '500']),
    );
    expect(Object.keys(shown?.responses[422]?.content ?? {})).toEqual(['application/problem+json']);
  }
  expect((await ask('GET', '/api/v1/openapi.json')).json).toEqual(json);
});

it('is sound: unique names, every reference resolved, every parameter of a path declared', async () => {
  const { json, text } = await ask('GET', '/openapi.json');
  const operations = Object.entries(json.paths as Record<string, Record<string, Described>>).flatMap(
    ([path, methods]) => Object.values(methods).map((operation) => ({ path, ...operation })),
  );
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  const { schemas } = json.components as { schemas: Record<string, unknown> };
  for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
    expect(schemas).toHaveProperty(`${name}`);
  for (const { path, parameters = [], operationId } of operations) {
    const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
    expect(named, operationId).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  }
});

const operationsOf = (json: Record<string, unknown>) =>
  Object.entries(json.paths as Record<string, Record<string, Described>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => [`${method} ${path}`, described] as const),
  );

/** Texts without end, by where they stand. A format or a closed list is an end as well. */
function endless({ type, enum: some, const: one, ...schema }: Schema, at: string): string[] {
  const ends = [some, one, schema.format, schema.maxLength].some((end) => end !== undefined);
  const inner = [
    ...(schema.anyOf ?? []).map((option) => [at, option] as const),
    ...Object.entries(schema.properties ?? {}).map(([name, each]) => [`${at}.${name}`, each] as const),
    ...(schema.items ? [[`${at}[]`, schema.items] as const] : []),
  ];
  return [
    ...(type === 'string' && !ends ? [at] : []),
    ...inner.flatMap(([place, each]) => endless(each, place)),
  ];
}

it('says of every text that it takes how long it may be', async () => {
  const { json } = await ask('GET', '/openapi.json');
  const found = operationsOf(json).flatMap(([line, { parameters = [], requestBody }]) => [
    ...parameters.flatMap(({ name, schema }) => endless(schema, `${line}?${name}`)),
    ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => endless(schema, line)),
  ]);
  expect(found).toEqual([]);
});

it('speaks of a media type only where a body is asked for', async () => {
  const { json } = await ask('GET', '/openapi.json');
  for (const [line, { requestBody, responses }] of operationsOf(json))
    expect([line, '415' in responses]).toEqual([line, requestBody !== undefined]);
});

it('has an example for every operation', () => {
  expect(
    restV1.filter(({ operation }) => !operation.declaration.example).map(({ operation }) => operation.name),
  ).toEqual([]);
});
