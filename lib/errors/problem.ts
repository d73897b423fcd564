import { type ErrorCode, errorCodes } from './codes';
import type { ErrorFacts, FieldError, NearestTime, OperationError } from './operation-error';

/** Problem details, RFC 9457, with our stable flat `code`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly request_id: string;
  readonly errors?: readonly FieldError[];
  readonly nearest?: readonly NearestTime[];
}

/** The URI names the code and nothing else: RFC 9457 lets `type` be any URI that identifies the problem. */
const typeOf = (code: ErrorCode) => `urn:medisecure:problem:${code}`;

export function problemOf(error: OperationError, requestId: string): Problem {
  const { title, status } = errorCodes[error.code];
  return {
    type: typeOf(error.code),
    title,
    status,
    code: error.code,
    detail: detailOf(error, title),
    request_id: requestId,
    ...(error.facts.errors && { errors: error.facts.errors }),
    ...(error.facts.nearest && { nearest: error.facts.nearest }),
  };
}

function detailOf({ code, facts }: OperationError, title: string): string {
  if (code === 'insufficient_scope' && facts.scope) return `The scope ${facts.scope} is missing`;
  if (code === 'too_many_requests' && facts.retryAfterSeconds) {
    return `Too many requests: try again in ${facts.retryAfterSeconds} seconds`;
  }
  // Of credentials where one field alone can be wrong.
  if (code === 'invalid_credentials' && facts.errors?.[0]) return facts.errors[0].message;
  return title;
}

/** The headers that belong to an error (RFC 6750 section 3, RFC 9470 section 3, RFC 9110 sections 10.2 and 15.5.6). */
export function problemHeaders({ code, facts }: OperationError): Record<string, string> {
  const headers: Record<string, string> = {};
  if (facts.retryAfterSeconds !== undefined) headers['retry-after'] = String(facts.retryAfterSeconds);
  if (facts.allow) headers.allow = facts.allow.join(', ');
  const challenge = challengeOf(code, facts);
  if (challenge) headers['www-authenticate'] = challenge;
  return headers;
}

function challengeOf(code: ErrorCode, { noToken, scope, maxAgeSeconds }: ErrorFacts): string | null {
  if (code === 'unauthenticated' || code === 'invalid_refresh_token') {
    return `Bearer realm="medisecure"${noToken ? '' : ', error="invalid_token"'}`;
  }
  if (code === 'insufficient_scope') return `Bearer error="insufficient_scope", scope="${scope ?? ''}"`;
  if (code !== 'insufficient_user_authentication') return null;
  const age = maxAgeSeconds === undefined ? '' : `, max_age="${maxAgeSeconds}"`;
  return `Bearer error="insufficient_user_authentication", acr_values="aal2"${age}`;
}
