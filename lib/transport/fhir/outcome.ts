import { type ErrorCode, errorCodes } from '#lib/errors/codes';
import type { OperationError } from '#lib/errors/operation-error';
import { problemHeaders, problemOf } from '#lib/errors/problem';
import { text } from '../answer';
import type { WireResponse } from '../wire';
import { fhirType } from './media-type';

/** IssueType of R4 for what is not simply `processing`. */
const issueTypes: Partial<Record<ErrorCode, string>> = {
  malformed_request: 'invalid',
  unauthenticated: 'login',
  insufficient_user_authentication: 'login',
  insufficient_scope: 'forbidden',
  forbidden: 'forbidden',
  mfa_enrolment_required: 'forbidden',
  not_found: 'not-found',
  method_not_allowed: 'not-supported',
  not_acceptable: 'not-supported',
  conflict: 'conflict',
  stale_version: 'conflict',
  request_too_large: 'too-long',
  unsupported_media_type: 'not-supported',
  validation_failed: 'value',
  too_many_requests: 'throttled',
  internal_error: 'exception',
  unavailable: 'transient',
};

/** A refusal as FHIR tells it: the same code, status, words and headers as at every other door. */
export function outcome(error: OperationError, requestId: string): WireResponse {
  const { code, detail, errors = [] } = problemOf(error, requestId);
  const issue = (words: string, expression?: string) => ({
    severity: 'error',
    code: issueTypes[code] ?? 'processing',
    details: { coding: [{ system: 'urn:medisecure:problem', code }], text: words },
    diagnostics: `request ${requestId}`,
    ...(expression && { expression: [expression] }),
  });
  const named = errors.map(({ path, message }) => issue(message, path));
  const body = { resourceType: 'OperationOutcome', issue: named.length > 0 ? named : [issue(detail)] };
  const headers = problemHeaders(error);
  if (code === 'request_too_large') headers.connection = 'close';
  return text(errorCodes[code].status, JSON.stringify(body), fhirType, headers);
}
