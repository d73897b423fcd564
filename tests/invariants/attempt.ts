import { type ErrorCode, errorCodes } from '#lib/errors/codes';
import { isOperationError, type OperationError } from '#lib/errors/operation-error';
import type { Operation } from '#lib/operations/define';
import type { Caller } from '#lib/operations/kernel/caller';
import { errorsOf } from '#lib/operations/kernel/error-map';
import { run } from '#lib/operations/run';
import type { Clock } from '#lib/platform/clock';
import { newRequestId } from '#lib/platform/request-id';

export interface Attempt {
  readonly operation: Operation;
  readonly caller: Caller;
  readonly requestId: string;
  readonly output?: unknown;
  /** Null: it was done. */
  readonly error: OperationError | null;
}

/** Runs the operation as itself, without a door. What it has not declared it may not answer. */
export async function attempt(
  operation: Operation,
  input: unknown,
  { caller, clock, requestId = newRequestId() }: { caller: Caller; clock: Clock; requestId?: string },
): Promise<Attempt> {
  const facts = { operation, caller, requestId };
  const request = { ip: '192.0.2.1', userAgent: 'invariants', requestId };
  try {
    return { ...facts, output: await run(operation, input, { caller, clock, request }), error: null };
  } catch (error) {
    if (!isOperationError(error)) throw error;
    if (!errorsOf(operation.declaration).includes(error.code)) {
      throw new Error(`${operation.name} answers ${error.code} and has not declared it`);
    }
    return { ...facts, error };
  }
}

const short: Partial<Record<ErrorCode, string>> = {
  unauthenticated: '401',
  not_found: '404',
  forbidden: '403',
  insufficient_scope: '403 scope',
  mfa_enrolment_required: '403 mfa',
};

/** The outcome in a table: `yes`, or how it was refused. */
export const outcomeOf = ({ error }: Attempt): string =>
  error ? (short[error.code] ?? `${errorCodes[error.code].status} ${error.code}`) : 'yes';
