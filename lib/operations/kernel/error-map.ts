import { type ErrorCode, errorCodes } from '#lib/errors/codes';
import type { ErasedDeclaration } from './declaration';

/** What any operation can answer: the doors, the gate, the parser and the fates of a server. */
const common: readonly ErrorCode[] = [
  'malformed_request',
  'request_too_large',
  'unsupported_media_type',
  'misdirected_request',
  'validation_failed',
  'too_many_requests',
  'internal_error',
  'unavailable',
];

const signedIn: readonly ErrorCode[] = [
  'unauthenticated',
  'insufficient_scope',
  'forbidden',
  'insufficient_user_authentication',
  'mfa_enrolment_required',
];

/** Every code that this operation may answer, in the order of the table. */
export function errorsOf(declaration: Pick<ErasedDeclaration, 'public' | 'errors'>): ErrorCode[] {
  const possible = new Set([...common, ...(declaration.public ? [] : signedIn), ...declaration.errors]);
  return (Object.keys(errorCodes) as ErrorCode[]).filter((code) => possible.has(code));
}

/** The same for oRPC, from which the OpenAPI document takes its error answers. */
export function errorMap(declaration: Pick<ErasedDeclaration, 'public' | 'errors'>) {
  return Object.fromEntries(
    errorsOf(declaration).map((code) => [
      code,
      { status: errorCodes[code].status, message: errorCodes[code].title },
    ]),
  );
}
