import { confirmTotp } from '#lib/operations/auth/confirm-totp';
import { login } from '#lib/operations/auth/login';
import { logout } from '#lib/operations/auth/logout';
import { refresh } from '#lib/operations/auth/refresh';
import { setupTotp } from '#lib/operations/auth/setup-totp';
import { signUp } from '#lib/operations/auth/sign-up';
import { verifyEmail } from '#lib/operations/auth/verify-email';
import { verifySecondFactor } from '#lib/operations/auth/verify-second-factor';
import { getPerson } from '#lib/operations/people/get';
import { listUsers } from '#lib/operations/people/list';
import { endAllSessions } from '#lib/operations/sessions/end-all';
import { listSessions } from '#lib/operations/sessions/list';
import { getMe } from '#lib/operations/users/get-me';
import { updateMe } from '#lib/operations/users/update-me';
import { type RestRoute, route } from './rest-route';

/** Version 1, frozen: what stands here is what the clients of version 1 were promised. */
export const restV1: readonly RestRoute[] = [
  route('POST /auth/signup', signUp),
  route('POST /auth/verify-email', verifyEmail),
  route('POST /auth/login', login),
  route('POST /auth/mfa/verify', verifySecondFactor),
  route('POST /auth/mfa/totp/setup', setupTotp),
  route('POST /auth/mfa/totp/confirm', confirmTotp),
  route('POST /auth/refresh', refresh),
  route('POST /auth/logout', logout),
  route('GET /users/me', getMe),
  route('PUT /users/me', updateMe),
  route('GET /users/me/sessions', listSessions),
  route('DELETE /users/me/sessions', endAllSessions),
  route('GET /admin/users', listUsers),
  route('GET /users', listUsers),
  route('GET /users/{id}', getPerson),
];
