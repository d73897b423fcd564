import { errorCodes } from '#lib/errors/codes';
import type { OperationError } from '#lib/errors/operation-error';
import { problemHeaders } from '#lib/errors/problem';
import { text } from './answer';
import type { WireResponse } from './wire';

const fhirType = 'application/fhir+json; charset=utf-8';

interface Issue {
  readonly severity: 'error' | 'warning' | 'information';
  /** Ours, or an IssueType of R4 that the validator gave. */
  readonly code: string;
  readonly text?: string | undefined;
  readonly expression?: string | undefined;
}

/** IssueType of R4, http://hl7.org/fhir/R4/valueset-issue-type.html: those that are told apart here. */
const issueTypes = new Set([
  ...['invalid', 'structure', 'required', 'value', 'invariant', 'security', 'login', 'unknown', 'expired'],
  ...['forbidden', 'suppressed', 'processing', 'not-supported', 'duplicate', 'multiple-matches', 'not-found'],
  ...['deleted', 'too-long', 'code-invalid', 'extension', 'too-costly', 'business-rule', 'conflict'],
  ...[
    'transient',
    'lock-error',
    'no-store',
    'exception',
    'timeout',
    'incomplete',
    'throttled',
    'informational',
  ],
]);

const typeOfStatus: Readonly<Record<number, string>> = {
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-supported',
  409: 'conflict',
  413: 'too-long',
  415: 'not-supported',
  429: 'throttled',
  500: 'exception',
  503: 'transient',
};

/** What went wrong, or what there is to say, as FHIR says it. */
export function outcomeOf(issues: readonly Issue[]) {
  return {
    resourceType: 'OperationOutcome',
    issue: issues.map(({ severity, code, text: words, expression }) => ({
      severity,
      code: issueTypes.has(code) ? code : 'processing',
      details: { coding: [{ code }], ...(words !== undefined && { text: words }) },
      ...(expression !== undefined && { expression: [expression] }),
    })),
  };
}

export const fhirAnswer = (
  status: number,
  resource: object,
  headers: Record<string, string> = {},
): WireResponse => text(status, JSON.stringify(resource), fhirType, headers);

/** A refusal: the same status and codes as every other door gives. */
export function refusalOutcome(error: OperationError): WireResponse {
  const { status, title } = errorCodes[error.code];
  const general = { severity: 'error', code: typeOfStatus[status] ?? 'invalid', text: title } as const;
  const issues = (error.facts.errors ?? []).map(
    ({ path, code, message }): Issue => ({ severity: 'error', code, text: message, expression: path }),
  );
  return fhirAnswer(status, outcomeOf(issues.length > 0 ? issues : [general]), problemHeaders(error));
}
