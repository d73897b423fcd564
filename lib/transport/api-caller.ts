import { verifyAccessToken } from '#lib/auth/access-token';
import { OperationError } from '#lib/errors/operation-error';
import type { UserCaller } from '#lib/operations/kernel/caller';
import type { Clock } from '#lib/platform/clock';
import { env } from '#lib/platform/env';
import { bearerToken } from './bearer';
import type { WireRequest } from './wire';

/**
 * Who a request over the API claims to be, by its bearer token alone.
 * @throws OperationError `unauthenticated` without a token, and with one that is not a live one of ours
 */
export async function apiCaller(request: WireRequest, clock: Clock): Promise<UserCaller> {
  const token = bearerToken(request);
  if (token === null) throw new OperationError('unauthenticated', { noToken: true });
  const issuer = env().publicUrl.origin;
  const claims = await verifyAccessToken(token, { issuer, now: clock.now() });
  if (!claims) throw new OperationError('unauthenticated');
  return {
    kind: 'user',
    door: 'api',
    session: { id: claims.sid, secretHash: null },
    user_id: claims.sub,
    scopes: claims.scope,
  };
}
