import type { OpenAPI } from '@orpc/openapi';
import type { RestRoute } from './rest-route';

type Parameter = OpenAPI.ParameterObject | OpenAPI.ReferenceObject;

interface JsonBody {
  schema: { properties?: Record<string, OpenAPI.SchemaObject>; required?: string[] };
  example?: unknown;
}

/** The JSON of a request body, or null where there is none. */
export function bodyOf(body: OpenAPI.OperationObject['requestBody']): JsonBody | null {
  const content = body && 'content' in body ? body.content['application/json'] : undefined;
  return content?.schema && !('$ref' in content.schema) ? (content as JsonBody) : null;
}

/**
 * The generator puts every field of a method with a body into the body, asks for one even where no field is required,
 * and says of query parameters that they may be empty. None of that is so.
 */
export function mendInput(operation: OpenAPI.OperationObject, { wire = {}, ...route }: RestRoute): void {
  const body = bodyOf(operation.requestBody);
  const parameters: Parameter[] = [
    ...(operation.parameters ?? []).map(withoutHabits),
    ...(wire.query ?? []).map((name) => inQuery(name, taken(body, name))),
    ...ifMatch(body, wire.ifMatch),
    ...Object.entries(wire.headers ?? {}).map(([name, field]) => inHeader(name, field, body)),
  ];
  if (parameters.length > 0) operation.parameters = parameters;
  if (wire.bytes)
    operation.requestBody = { required: true, content: filesOf(route.operation.declaration.consumes) };
  if (!body || !operation.requestBody || '$ref' in operation.requestBody) return;
  const { properties, required } = body.schema;
  if (properties && Object.keys(properties).length === 0) delete operation.requestBody;
  else operation.requestBody.required = !properties || (required?.length ?? 0) > 0;
}

function withoutHabits(parameter: Parameter): Parameter {
  if ('$ref' in parameter) return parameter;
  const { allowEmptyValue: _empty, allowReserved: _reserved, ...kept } = parameter;
  return kept;
}

/** Its required fields stay so. */
function inHeader(name: string, field: string, body: JsonBody | null): OpenAPI.ParameterObject {
  const required = body?.schema.required?.includes(field) ?? false;
  const description = 'ASCII, or an ext-value of RFC 8187.';
  const schema = taken(body, field) as OpenAPI.ParameterObject['schema'];
  return { name, in: 'header', description, required, ...(schema && { schema }) };
}

/** Bytes of any of these kinds. */
export function filesOf(types: readonly string[] = []): Record<string, OpenAPI.MediaTypeObject> {
  return Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));
}

const inQuery = (name: string, schema: unknown) => ({ name, in: 'query', schema }) as Parameter;

function ifMatch(body: JsonBody | null, field: string | undefined): OpenAPI.ParameterObject[] {
  if (field === undefined) return [];
  taken(body, field);
  const description = 'The version that was read, as "3"; another one by now answers 412.';
  return [{ name: 'If-Match', in: 'header', description, schema: { type: 'string', maxLength: 13 } }];
}

/** Takes a field out of the body's schema. */
function taken(body: JsonBody | null, name: string): OpenAPI.SchemaObject | undefined {
  const field = body?.schema.properties?.[name];
  delete body?.schema.properties?.[name];
  return field;
}
