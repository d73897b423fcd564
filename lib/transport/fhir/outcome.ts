import { type ErrorCode, errorCodes } from '#lib/errors/codes';
import type { OperationError } from '#lib/errors/operation-error';
import { problemHeaders, problemOf } from '#lib/errors/problem';
import { text } from '../answer';
import type { WireResponse } from '../wire';
import { fhirType } from './media-type';

/** IssueType of R4 for what is not simply `processing`. */
const typeOfError: Partial<Record<ErrorCode, string>> = {
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

interface Issue {
  readonly severity: 'error' | 'warning' | 'information';
  /** IssueType of R4. */
  readonly type?: string | undefined;
  /** Of this product, the most general first; or what the validator gave. */
  readonly codes: readonly string[];
  readonly words?: string | undefined;
  readonly diagnostics?: string;
  readonly expression?: string | undefined;
}

/** What went wrong, or what there is to say, as FHIR says it. */
export function outcomeOf(issues: readonly Issue[]) {
  return {
    resourceType: 'OperationOutcome',
    issue: issues.map(({ severity, type = 'processing', codes, words, diagnostics, expression }) => ({
      severity,
      code: type,
      details: {
        coding: codes.map((code) => ({ system: 'urn:medisecure:problem', code })),
        ...(words !== undefined && { text: words }),
      },
      ...(diagnostics !== undefined && { diagnostics }),
      ...(expression !== undefined && { expression: [expression] }),
    })),
  };
}

export const fhirAnswer = (
  status: number,
  resource: object,
  headers: Record<string, string> = {},
): WireResponse => text(status, JSON.stringify(resource), fhirType, headers);

/** A refusal as FHIR tells it: the same code, status, words and headers as at every other door. */
export function outcome(error: OperationError, requestId: string): WireResponse {
  const { code, detail, errors = [] } = problemOf(error, requestId);
  const common = { severity: 'error', type: typeOfError[code], diagnostics: `request ${requestId}` } as const;
  const named = errors.map((each) => ({
    ...common,
    codes: [code, each.code],
    words: each.message,
    expression: each.path,
  }));
  const issues = named.length > 0 ? named : [{ ...common, codes: [code], words: detail }];
  const headers = problemHeaders(error);
  if (code === 'request_too_large') headers.connection = 'close';
  return fhirAnswer(errorCodes[code].status, outcomeOf(issues), headers);
}
