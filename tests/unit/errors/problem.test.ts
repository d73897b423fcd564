import { expect, it } from 'vitest';
import { errorCodes } from '#lib/errors/codes';
import { isOperationError, OperationError } from '#lib/errors/operation-error';
import { problemHeaders, problemOf } from '#lib/errors/problem';
import { sourceFiles } from '../../invariants/source-files';

const requestId = '01920000-0000-7000-8000-000000000001';

it('says what happened, and nothing that the caller did not send', () => {
  expect(problemOf(new OperationError('insufficient_scope', { scope: 'write:records' }), requestId)).toEqual({
    type: 'urn:medisecure:problem:insufficient_scope',
    title: 'Missing scope',
    status: 403,
    code: 'insufficient_scope',
    detail: 'The scope write:records is missing',
    request_id: requestId,
  });
});

it.each([
  [
    new OperationError('unauthenticated'),
    { 'www-authenticate': 'Bearer realm="medisecure", error="invalid_token"' },
  ],
  [
    new OperationError('insufficient_user_authentication', { maxAgeSeconds: 300 }),
    {
      'www-authenticate': 'Bearer error="insufficient_user_authentication", acr_values="aal2", max_age="300"',
    },
  ],
  [
    new OperationError('insufficient_scope', { scope: 'read:records' }),
    { 'www-authenticate': 'Bearer error="insufficient_scope", scope="read:records"' },
  ],
  [new OperationError('method_not_allowed', { allow: ['GET', 'HEAD'] }), { allow: 'GET, HEAD' }],
  [new OperationError('too_many_requests', { retryAfterSeconds: 7 }), { 'retry-after': '7' }],
  [new OperationError('not_found'), {}],
])('%s has its headers', (error, headers) => {
  expect(problemHeaders(error)).toEqual(headers);
});

it('is known by its brand: the class exists twice in a process of Next', () => {
  const twin = { [Symbol.for('medisecure.operation-error')]: true };
  expect([isOperationError(twin), isOperationError(new Error('no'))]).toEqual([true, false]);
});

it('has no code that nothing answers with', () => {
  const sources = sourceFiles().filter(({ path }) => /^(lib|db)\//.test(path) && !path.endsWith('/codes.ts'));
  const text = sources.flatMap(({ code }) => code).join('\n');
  expect(Object.keys(errorCodes).filter((code) => !text.includes(`'${code}'`))).toEqual([]);
});

it('has the statuses of the contract', () => {
  const statuses = Object.fromEntries(Object.entries(errorCodes).map(([code, { status }]) => [code, status]));
  expect(statuses).toMatchInlineSnapshot(`
    {
      "already_waiting": 409,
      "conflict": 409,
      "file_not_accepted": 415,
      "file_withheld": 409,
      "forbidden": 403,
      "insufficient_scope": 403,
      "insufficient_user_authentication": 401,
      "internal_error": 500,
      "invalid_code": 403,
      "invalid_credentials": 403,
      "invalid_passkey": 403,
      "invalid_refresh_token": 401,
      "last_factor": 409,
      "malformed_request": 400,
      "method_not_allowed": 405,
      "mfa_enrolment_required": 403,
      "misdirected_request": 421,
      "no_second_factor": 409,
      "not_acceptable": 406,
      "not_found": 404,
      "offer_ended": 409,
      "request_too_large": 413,
      "slot_taken": 409,
      "stale_version": 412,
      "too_many_requests": 429,
      "too_many_visits": 409,
      "too_many_waits": 409,
      "unauthenticated": 401,
      "unavailable": 503,
      "unsupported_media_type": 415,
      "validation_failed": 422,
      "visits_booked": 409,
    }
  `);
});
