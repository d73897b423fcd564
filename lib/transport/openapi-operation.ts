import type { OpenAPI } from '@orpc/openapi';
import { type ErrorCode, errorCodes } from '#lib/errors/codes';
import { OperationError } from '#lib/errors/operation-error';
import { problemOf } from '#lib/errors/problem';
import type { ErasedDeclaration } from '#lib/operations/kernel/declaration';
import { errorsOf } from '#lib/operations/kernel/error-map';
import { bodyOf, filesOf, mendInput } from './openapi-input';
import type { RestRoute } from './rest-route';

const exampleRequestId = '01920000-0000-7000-8000-00000000000f';

/** What the generator cannot know: who may call, an example, and every error with its status and media type. */
export function describeOperation(operation: OpenAPI.OperationObject, route: RestRoute): void {
  const { declaration } = route.operation;
  operation.security = declaration.permission ? [{ bearer: [declaration.permission] }] : [];
  mendInput(operation, route);
  const success = successOf(operation, route);
  addExamples(operation, success, route);
  operation.responses = {
    [String(declaration.successStatus ?? 200)]: success,
    ...errorResponses(declaration, operation),
  };
}

/** The one good answer: 204 has no content, and what was made has an address. */
function successOf(
  { responses }: OpenAPI.OperationObject,
  { operation, location, version, wire }: RestRoute,
): OpenAPI.ResponseObject {
  const { successStatus = 200, summary: description } = operation.declaration;
  if (successStatus === 204) return { description };
  const generated = responses?.[String(successStatus)];
  const ofJson = generated && 'content' in generated ? generated.content : undefined;
  const content = wire?.produces ? filesOf(wire.produces) : ofJson;
  return {
    description,
    ...((location || version) && {
      headers: {
        ...(location && { Location: { schema: { type: 'string' } } }),
        ...(version && { ETag: { schema: { type: 'string' } } }),
      },
    }),
    ...(content && { content }),
  };
}

function addExamples(
  { requestBody }: OpenAPI.OperationObject,
  success: OpenAPI.ResponseObject,
  { operation, fromOutput }: RestRoute,
): void {
  const { example } = operation.declaration;
  if (!example) return;
  const answer = success.content?.['application/json'];
  if (answer) answer.example = fromOutput ? fromOutput(example.output as never) : example.output;
  const body = bodyOf(requestBody);
  if (body) body.example = sent(example.input, body.schema.properties);
}

/** An example without what the address already says. */
function sent(input: unknown, properties: Record<string, unknown> | undefined): unknown {
  if (!properties) return input;
  return Object.fromEntries(Object.entries(input ?? {}).filter(([name]) => Object.hasOwn(properties, name)));
}

/** One response a status; its examples are the codes that it may carry. */
function errorResponses(
  declaration: ErasedDeclaration,
  operation: OpenAPI.OperationObject,
): OpenAPI.ResponsesObject {
  const responses: Record<string, OpenAPI.ResponseObject> = {};
  for (const code of codesOf(declaration, operation)) {
    const { status, title } = errorCodes[code];
    const response = responses[status] ?? {
      description: title,
      content: { [problemType]: problemContent() },
    };
    const examples = response.content?.[problemType]?.examples ?? {};
    examples[code] = { value: problemOf(new OperationError(code), exampleRequestId) };
    responses[status] = response;
  }
  return responses;
}

const problemType = 'application/problem+json';

const problemContent = (): OpenAPI.MediaTypeObject => ({
  schema: { $ref: '#/components/schemas/Problem' },
  examples: {},
});

/** An address with an id can always miss; where no body is asked for, its type is no question. */
function codesOf(
  declaration: ErasedDeclaration,
  { parameters = [], requestBody }: OpenAPI.OperationObject,
): ErrorCode[] {
  const hasId = parameters.some((parameter) => 'in' in parameter && parameter.in === 'path');
  return errorsOf({
    ...declaration,
    errors: [...declaration.errors, ...(hasId ? (['not_found'] as const) : [])],
  }).filter((code) => requestBody || code !== 'unsupported_media_type');
}
