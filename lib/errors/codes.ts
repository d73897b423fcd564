/** How loudly the log speaks of an answer with this code. */
type LogLevel = 'silent' | 'info' | 'warn' | 'error';

interface ErrorEntry {
  readonly status: number;
  /** RFC 9457 `title`: English, the same for every occurrence. */
  readonly title: string;
  readonly level: LogLevel;
  /** Key of the sentence that a person reads, in the message catalogue. */
  readonly messageKey: `errors.${string}`;
}

const entry = <C extends string>(code: C, status: number, title: string, level: LogLevel) =>
  ({ status, title, level, messageKey: `errors.${code}` }) as const satisfies ErrorEntry;

/** The closed table of everything that an operation or a door may answer instead of a result. */
export const errorCodes = {
  malformed_request: entry('malformed_request', 400, 'Malformed request', 'info'),
  unauthenticated: entry('unauthenticated', 401, 'Not signed in', 'info'),
  // RFC 9470: the same session may ask again after a stronger or fresher sign-in.
  insufficient_user_authentication: entry(
    'insufficient_user_authentication',
    401,
    'A fresh second factor is required',
    'info',
  ),
  invalid_refresh_token: entry('invalid_refresh_token', 401, 'Invalid refresh token', 'info'),
  // The specification asks for 403 where RFC 9110 would say 401.
  invalid_credentials: entry('invalid_credentials', 403, 'Wrong e-mail or password', 'info'),
  insufficient_scope: entry('insufficient_scope', 403, 'Missing scope', 'info'),
  forbidden: entry('forbidden', 403, 'Not allowed', 'info'),
  mfa_enrolment_required: entry(
    'mfa_enrolment_required',
    403,
    'A second factor must be set up first',
    'info',
  ),
  invalid_code: entry('invalid_code', 403, 'Wrong or expired code', 'info'),
  invalid_passkey: entry('invalid_passkey', 403, 'Passkey not accepted', 'info'),
  not_found: entry('not_found', 404, 'Not found', 'info'),
  method_not_allowed: entry('method_not_allowed', 405, 'Method not allowed', 'info'),
  not_acceptable: entry('not_acceptable', 406, 'None of the asked formats can be given', 'info'),
  slot_taken: entry('slot_taken', 409, 'That time is already taken', 'info'),
  too_many_visits: entry('too_many_visits', 409, 'As many visits are booked as may be open at once', 'info'),
  offer_ended: entry('offer_ended', 409, 'The offer has ended', 'info'),
  already_waiting: entry('already_waiting', 409, 'On the waiting list for that already', 'info'),
  too_many_waits: entry('too_many_waits', 409, 'On as many waiting lists as one may be at once', 'info'),
  visits_booked: entry('visits_booked', 409, 'Visits with this doctor are still to come', 'info'),
  last_factor: entry('last_factor', 409, 'The last strong second factor cannot be removed', 'info'),
  no_second_factor: entry(
    'no_second_factor',
    409,
    'There is no second factor that codes could stand in for',
    'info',
  ),
  file_withheld: entry('file_withheld', 409, 'The file is held back', 'info'),
  conflict: entry('conflict', 409, 'Conflict with the current state', 'info'),
  stale_version: entry('stale_version', 412, 'The version is no longer current', 'info'),
  request_too_large: entry('request_too_large', 413, 'Request too large', 'warn'),
  unsupported_media_type: entry('unsupported_media_type', 415, 'Unsupported content type', 'info'),
  file_not_accepted: entry('file_not_accepted', 415, 'Files of this kind are not accepted', 'info'),
  misdirected_request: entry('misdirected_request', 421, 'Misdirected request', 'warn'),
  validation_failed: entry('validation_failed', 422, 'Some fields are not valid', 'info'),
  too_many_requests: entry('too_many_requests', 429, 'Too many requests', 'warn'),
  internal_error: entry('internal_error', 500, 'Internal error', 'error'),
  unavailable: entry('unavailable', 503, 'Temporarily unavailable', 'warn'),
} as const;

export type ErrorCode = keyof typeof errorCodes;
