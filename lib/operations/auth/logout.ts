import { z } from 'zod';
import { markSessionRevoked } from '#db/queries/sessions';
import { presentRefreshToken } from '#lib/auth/refresh-family';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleTokenPair } from './answers';
import { authBodyLimitBytes, opaqueToken } from './credentials';
import { prepareRefresh } from './refresh-step';

/** Ends the family of a refresh token, access tokens included. An unknown one has ended already (RFC 7009, 2.2). */
export const logout = defineOperation({
  name: 'auth.logout',
  kind: 'command',
  rest: 'POST /auth/logout',
  successStatus: 204,
  summary: 'End the session of a refresh token',
  public: true,
  input: z.strictObject({ refresh_token: opaqueToken }),
  output: z.void(),
  errors: [],
  audit: { event: 'LOGOUT', resource: 'session' },
  example: { input: { refresh_token: exampleTokenPair.refresh_token }, output: undefined },
  bodyLimitBytes: authBodyLimitBytes,
  prepare: prepareRefresh,
  subject: theClinic,

  async handle({ tx, input, audit }) {
    const token = await presentRefreshToken(tx, input.refresh_token);
    if (!token) return audit({ reason_code: 'unknown_token' });
    audit({ user_id: token.user_id, resource_id: token.session_id });
    await markSessionRevoked(tx, token.session_id, 'signed_out');
  },
});
