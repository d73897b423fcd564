import { z } from 'zod';

/** The parts of OpenAPI 3.1.1 that the document may use, strictly: an unknown key is a mistake. */
const words = z.string().min(1);

const types = z.enum(['null', 'boolean', 'object', 'array', 'number', 'string', 'integer']);

/** JSON Schema 2020-12, as far as it is written here. */
const schema: z.ZodType = z.lazy(() =>
  z.strictObject({
    $ref: z.string().startsWith('#/components/schemas/').optional(),
    type: z.union([types, z.array(types).min(2)]).optional(),
    format: words.optional(),
    pattern: z.string().refine(compiles).optional(),
    description: words.optional(),
    title: words.optional(),
    default: z.unknown().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).min(1).optional(),
    examples: z.array(z.unknown()).optional(),
    minLength: z.int().min(0).optional(),
    maxLength: z.int().min(0).optional(),
    contentEncoding: words.optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    exclusiveMaximum: z.number().optional(),
    multipleOf: z.number().positive().optional(),
    properties: z.record(z.string(), schema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), schema]).optional(),
    propertyNames: schema.optional(),
    items: z.union([z.boolean(), schema]).optional(),
    prefixItems: z.array(schema).optional(),
    minItems: z.int().min(0).optional(),
    maxItems: z.int().min(0).optional(),
    uniqueItems: z.boolean().optional(),
    anyOf: z.array(schema).min(1).optional(),
    oneOf: z.array(schema).min(1).optional(),
    allOf: z.array(schema).min(1).optional(),
    not: schema.optional(),
  }),
);

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') !== null;
  } catch {
    return false;
  }
}

const media = z.strictObject({
  schema,
  example: z.unknown().optional(),
  examples: z.record(words, z.strictObject({ summary: words.optional(), value: z.unknown() })).optional(),
});

const content = z.record(z.string().regex(/^[a-z]+\/[a-z+.-]+$/), media);

const parameter = z.strictObject({
  name: words,
  in: z.enum(['query', 'header', 'path']),
  required: z.boolean().optional(),
  description: words.optional(),
  schema,
  explode: z.boolean().optional(),
  style: z.enum(['form', 'simple', 'deepObject']).optional(),
});

const header = z.strictObject({ description: words.optional(), schema, required: z.boolean().optional() });

const response = z.strictObject({
  description: z.string(),
  headers: z.record(words, header).optional(),
  content: content.optional(),
});

const operation = z.strictObject({
  operationId: words,
  summary: words,
  description: words.optional(),
  tags: z.array(words),
  parameters: z.array(parameter).optional(),
  requestBody: z.strictObject({ required: z.boolean().optional(), content }).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), response).refine((all) => Object.keys(all).length > 1),
  security: z.array(z.record(words, z.array(words))),
});

const methods = ['get', 'put', 'post', 'delete'] as const;

const pathItem = z.strictObject(
  Object.fromEntries(methods.map((method) => [method, operation.optional()])) as Record<
    (typeof methods)[number],
    z.ZodOptional<typeof operation>
  >,
);

const bearer = z.strictObject({
  type: z.literal('http'),
  scheme: z.literal('bearer'),
  bearerFormat: words,
  description: words.optional(),
});

export const openApiDocument = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.strictObject({
    title: words,
    version: words,
    description: words.optional(),
    license: z.strictObject({ name: words, identifier: words }).optional(),
  }),
  servers: z.array(z.strictObject({ url: z.url() })).min(1),
  paths: z.record(z.string().startsWith('/'), pathItem),
  components: z.strictObject({
    schemas: z.record(words, schema),
    securitySchemes: z.record(words, bearer),
  }),
});

export type OpenApiDocument = z.output<typeof openApiDocument>;
