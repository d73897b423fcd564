import { z } from 'zod';
import { markRefreshTokenUsed } from '#db/queries/refresh-tokens';
import { markSessionRevoked } from '#db/queries/sessions';
import { presentRefreshToken } from '#lib/auth/refresh-family';
import { issueTokenPair } from '#lib/auth/token-pair';
import { OperationError, refuseAndCommit } from '#lib/errors/operation-error';
import { effectiveScopes } from '#lib/policy/scopes';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleTokenPair, tokenPair } from './answers';
import { authBodyLimitBytes, opaqueToken } from './credentials';
import { prepareRefresh } from './refresh-step';

/**
 * Rotation (RFC 9700, 4.14.2): each token is exchanged once, and of parallel exchanges the row lock lets one win. A
 * token that comes back was copied, so its whole family ends.
 */
export const refresh = defineOperation({
  name: 'auth.refresh',
  kind: 'command',
  rest: 'POST /auth/refresh',
  summary: 'Exchange a refresh token for a new pair',
  public: true,
  input: z.strictObject({ refresh_token: opaqueToken }),
  output: tokenPair,
  errors: ['invalid_refresh_token'],
  audit: { event: 'REFRESH_SESSION', resource: 'session' },
  example: { input: { refresh_token: exampleTokenPair.refresh_token }, output: exampleTokenPair },
  bodyLimitBytes: authBodyLimitBytes,
  prepare: prepareRefresh,
  subject: theClinic,

  async handle({ tx, now, input, audit }) {
    const token = await presentRefreshToken(tx, input.refresh_token);
    if (!token) throw new OperationError('invalid_refresh_token');
    const { session_id: sessionId, user_id: userId } = token;
    audit({ user_id: userId, resource_id: sessionId });
    if (token.used_at) {
      await markSessionRevoked(tx, sessionId, 'refresh_reused');
      audit({ event: 'REFRESH_REUSED' });
    }
    if (token.used_at || !token.is_live) throw refuseAndCommit('invalid_refresh_token');
    await markRefreshTokenUsed(tx, token);
    const scopes = effectiveScopes(token.role, token.scopes);
    return issueTokenPair(tx, { sessionId, userId, scopes, expiresAt: token.session_expires_at }, now);
  },
});
