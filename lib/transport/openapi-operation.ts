import type { OpenAPI } from '@orpc/openapi';
import { type ErrorCode, errorCodes } from '#lib/errors/codes';
import { OperationError } from '#lib/errors/operation-error';
import { problemOf } from '#lib/errors/problem';
import type { ErasedDeclaration } from '#lib/operations/kernel/declaration';
import { errorsOf } from '#lib/operations/kernel/error-map';

const exampleRequestId = '01920000-0000-7000-8000-00000000000f';

/** What the generator cannot know: who may call, an example, and every error with its status and media type. */
export function describeOperation(operation: OpenAPI.OperationObject, declaration: ErasedDeclaration): void {
  operation.security = declaration.permission ? [{ bearer: [declaration.permission] }] : [];
  addExamples(operation, declaration);
  const success = Object.entries(operation.responses ?? {}).filter(([status]) => status.startsWith('2'));
  operation.responses = { ...Object.fromEntries(success), ...errorResponses(declaration, operation) };
}

function addExamples(
  operation: OpenAPI.OperationObject,
  { example, successStatus = 200 }: ErasedDeclaration,
): void {
  if (!example) return;
  const request = contentOf(operation.requestBody);
  if (request) request.example = example.input;
  const answer = contentOf(operation.responses?.[String(successStatus)]);
  if (answer) answer.example = example.output;
}

function contentOf(
  holder: OpenAPI.RequestBodyObject | OpenAPI.ResponseObject | OpenAPI.ReferenceObject | undefined,
): OpenAPI.MediaTypeObject | undefined {
  return holder && 'content' in holder ? holder.content?.['application/json'] : undefined;
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

/** An address with an id can always miss. */
function codesOf(declaration: ErasedDeclaration, { parameters = [] }: OpenAPI.OperationObject): ErrorCode[] {
  const hasId = parameters.some((parameter) => 'in' in parameter && parameter.in === 'path');
  return errorsOf({
    ...declaration,
    errors: [...declaration.errors, ...(hasId ? (['not_found'] as const) : [])],
  });
}
