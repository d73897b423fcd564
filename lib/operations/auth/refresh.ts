import { z } from 'zod';
import { exchange, presentRefreshToken } from '#lib/auth/refresh-family';
import { OperationError, refuseAndCommit } from '#lib/errors/operation-error';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleTokenPair, tokenPair } from './answers';
import { authBodyLimitBytes, opaqueToken } from './credentials';
import { endReusedFamily } from './end-reused-family';
import { prepareRefresh } from './refresh-step';

/**
 * Rotation (RFC 9700, 4.14.2): each token is exchanged once. Parallel exchanges, and the repeat of one whose answer was
 * lost, get the one successor. A token that comes back later was copied: its whole family ends and its owner is told.
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
    audit({ user_id: token.user_id, resource_id: token.session_id });
    if (!token.is_live && !token.used_at) throw refuseAndCommit('invalid_refresh_token');
    const pair = token.is_live ? await exchange(tx, token, input.refresh_token, now) : null;
    if (pair) return pair;
    audit({ event: 'REFRESH_REUSED' });
    if (token.is_live) await endReusedFamily(tx, token.session_id, now);
    throw refuseAndCommit('invalid_refresh_token');
  },
});
