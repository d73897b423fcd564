import { afterAll, beforeAll, expect, it } from 'vitest';
import { restV1 } from '#lib/transport/rest-v1';
import { ask } from '../harness/ask';
import { openClinic, type TestClinic } from '../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

type Described = {
  operationId: string;
  parameters?: { name: string; in: string }[];
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
      expect.arrayContaining([String(successStatus), '422', '429', '500']),
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

it('has an example for every operation', () => {
  expect(
    restV1.filter(({ operation }) => !operation.declaration.example).map(({ operation }) => operation.name),
  ).toEqual([]);
});
