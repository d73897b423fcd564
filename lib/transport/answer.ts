import { errorCodes } from '#lib/errors/codes';
import type { OperationError } from '#lib/errors/operation-error';
import { problemHeaders, problemOf } from '#lib/errors/problem';
import type { TextResponse } from './wire';

export const jsonType = 'application/json; charset=utf-8';
const problemType = 'application/problem+json; charset=utf-8';

/** A JSON answer; 204 has none. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): TextResponse {
  if (status === 204) return { status, headers, body: null };
  return text(status, JSON.stringify(body), jsonType, headers);
}

export function text(
  status: number,
  body: string,
  contentType: string,
  headers: Record<string, string> = {},
): TextResponse {
  return { status, headers: { ...headers, 'content-type': contentType }, body };
}

/** Every refusal of every door, RFC 9457. */
export function problem(error: OperationError, requestId: string): TextResponse {
  const headers = problemHeaders(error);
  // The rest of the body is still on its way: whoever sends it shall not use this connection again.
  if (error.code === 'request_too_large') headers.connection = 'close';
  return text(
    errorCodes[error.code].status,
    JSON.stringify(problemOf(error, requestId)),
    problemType,
    headers,
  );
}
