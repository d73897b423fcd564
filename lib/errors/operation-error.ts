import { type ErrorCode, errorCodes } from './codes';

/** One broken rule of one field. `path` is dotted: `content.value`, `items.0.id`; empty for the whole body. */
export interface FieldError {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  /** What was probably meant, from a closed list of ours. */
  readonly suggestion?: string;
}

/** A time that could be had in place of one that is taken. */
export interface NearestTime {
  readonly starts_at: string;
  readonly ends_at: string;
  /** IANA zone of the site. */
  readonly zone: string;
}

export interface ErrorFacts {
  readonly errors?: readonly FieldError[];
  /** For `slot_taken`: up to three, the nearest first. */
  readonly nearest?: readonly NearestTime[];
  /** For `unauthenticated`: no token was shown, so none is called invalid (RFC 6750, section 3.1). */
  readonly noToken?: boolean;
  /** For `insufficient_scope`: the scope that is missing (RFC 6750, section 3). */
  readonly scope?: string;
  /** For `too_many_requests` and 503: sent as Retry-After. */
  readonly retryAfterSeconds?: number;
  /** For `method_not_allowed`: what the path does know. */
  readonly allow?: readonly string[];
  /** For `insufficient_user_authentication`: how fresh the sign-in must be (RFC 9470). */
  readonly maxAgeSeconds?: number;
}

// Next bundles route handlers apart from the front server, so this class exists more than once in a process and
// instanceof would say no. The registered symbol is the same everywhere.
const brand = Symbol.for('medisecure.operation-error');

/** A refusal that the caller may read. Its message is the code: no text that a person typed can reach a log by it. */
export class OperationError extends Error {
  override readonly name = 'OperationError';
  readonly [brand] = true;
  /** The transaction is committed although the answer is this error: a counted attempt, a burnt code. */
  readonly commits: boolean;

  constructor(
    readonly code: ErrorCode,
    readonly facts: ErrorFacts = {},
    options: { readonly commits?: boolean } = {},
  ) {
    super(code);
    this.commits = options.commits ?? false;
  }

  get status(): number {
    return errorCodes[this.code].status;
  }
}

export function isOperationError(value: unknown): value is OperationError {
  return typeof value === 'object' && value !== null && brand in value;
}

/** Refuse, and still keep what this transaction wrote (a failed attempt must be counted). */
export function refuseAndCommit(code: ErrorCode, facts: ErrorFacts = {}): OperationError {
  return new OperationError(code, facts, { commits: true });
}

/** One field, one broken rule: what a rule beyond the schema answers. */
export function invalidField(path: string, code: string, message: string): OperationError {
  return new OperationError('validation_failed', { errors: [{ path, code, message }] });
}
