import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { os } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { z } from 'zod';
import { env } from '#lib/platform/env';
import { singleton } from '#lib/platform/singleton';
import { describeOperation } from './openapi-operation';
import { problemSchema } from './openapi-problem';
import type { RestRoute } from './rest-route';
import { restV1 } from './rest-v1';

/** The document of version 1, made once a process from the very table that answers. */
export function openApiV1(): Promise<string> {
  return singleton('openapi-v1', async () =>
    JSON.stringify(await describe('/api/v1', restV1, { version: '1', server: env().publicUrl.origin })),
  );
}

interface About {
  readonly version: string;
  readonly server: string;
}

type Interceptor = NonNullable<
  NonNullable<ConstructorParameters<typeof ZodToJsonSchemaConverter>[0]>['interceptors']
>[number];

/** A length that a rule of ours counts stands beside it as metadata: in code points, as JSON Schema counts. */
const withLength: Interceptor = ({ schema, next }) => {
  const [required, json] = next();
  const maxLength = z.globalRegistry.get(schema)?.maxLength;
  return typeof maxLength === 'number' && typeof json === 'object'
    ? [required, { ...json, maxLength }]
    : [required, json];
};

/** OpenAPI 3.1 of exactly these routes, errors included. */
async function describe(
  prefix: string,
  routes: readonly RestRoute[],
  about: About,
): Promise<OpenAPI.Document> {
  const converter = new ZodToJsonSchemaConverter({ interceptors: [withLength] });
  const generator = new OpenAPIGenerator({ schemaConverters: [converter] });
  const document = await generator.generate(routerOf(prefix, routes), {
    info: {
      title: 'MediSecure',
      version: about.version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: about.server }],
    components: { schemas: { Problem: problemSchema }, securitySchemes: { bearer: bearerOf(routes) } },
    customErrorResponseBodySchema: () => ({ $ref: '#/components/schemas/Problem' }),
  });
  for (const route of routes) {
    const operation = document.paths?.[`${prefix}${route.path}`]?.[lower(route.method)];
    if (!operation) throw new Error(`${route.operation.name} is not in the OpenAPI document`);
    describeOperation(operation, route);
  }
  return document;
}

function routerOf(prefix: string, routes: readonly RestRoute[]) {
  return Object.fromEntries(
    routes.map((route) => {
      const { method, path } = route;
      const operationId = operationIdOf(route, routes);
      return [
        `${method} ${path}`,
        described(route).route({ method, path: `${prefix}${path}` as `/${string}`, operationId }),
      ];
    }),
  );
}

/** Unique, as OpenAPI asks: a second path to the same operation adds its own name. */
function operationIdOf(route: RestRoute, routes: readonly RestRoute[]): string {
  const { name } = route.operation;
  const first = routes.find(({ operation }) => operation === route.operation);
  return first === route ? name : `${name}:${route.path.slice(1).replaceAll('/', '.')}`;
}

/** What the line answers: its operation's output, unless the version words it otherwise. Never called. */
function described({ operation: { declaration, procedure }, wire }: RestRoute) {
  if (!wire?.output) return procedure;
  return os
    .route(procedure['~orpc'].route)
    .input(declaration.input)
    .output(wire.output)
    .handler(() => undefined);
}

const lower = (method: RestRoute['method']) => method.toLowerCase() as Lowercase<RestRoute['method']>;

function bearerOf(routes: readonly RestRoute[]): OpenAPI.SecuritySchemeObject {
  const scopes = new Set(routes.flatMap(({ operation }) => operation.declaration.permission ?? []));
  return {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: `An access token of /auth/login or /auth/refresh. Scopes: ${[...scopes].join(', ')}.`,
  };
}
