import { ORPCError, ValidationError } from '@orpc/server';
import type { ErrorCode } from '#lib/errors/codes';
import { isOperationError, OperationError } from '#lib/errors/operation-error';
import { fieldErrors } from './field-errors';

/** PostgreSQL and driver codes that mean "not now": too many connections, starting, stopping, timeouts, deadlocks. */
const passing = new Set([
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '57014',
  '55P03',
  '40001',
  '40P01',
  '08006',
  '08001',
  '08003',
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
]);

/** Whatever a run has thrown, as one entry of the closed table. Null: nobody foresaw it. */
export function translate(
  thrown: unknown,
  constraints: Readonly<Record<string, ErrorCode>> = {},
): OperationError | null {
  if (isOperationError(thrown)) return thrown;
  if (thrown instanceof ORPCError) return fromValidation(thrown);
  const { code, constraint } = driverFacts(thrown);
  if (code === 'SESSION_GONE') return new OperationError('unauthenticated');
  const refused = constraint === undefined ? undefined : constraints[constraint];
  if (refused) return new OperationError(refused);
  return code !== undefined && passing.has(code)
    ? new OperationError('unavailable', { retryAfterSeconds: 1 })
    : null;
}

/** Only an input can be at fault; an answer that breaks its own schema is ours, and nobody foresaw it. */
function fromValidation(error: ORPCError<string, unknown>): OperationError | null {
  if (error.code !== 'BAD_REQUEST' || !(error.cause instanceof ValidationError)) return null;
  return new OperationError('validation_failed', { errors: fieldErrors(error.cause.issues) });
}

function driverFacts(thrown: unknown): { code?: string; constraint?: string } {
  if (typeof thrown !== 'object' || thrown === null) return {};
  const { code, constraint_name: constraint } = thrown as { code?: unknown; constraint_name?: unknown };
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
  };
}
