import { OperationError } from '#lib/errors/operation-error';
import { header, type WireRequest } from './wire';

/**
 * The token of `Authorization: Bearer …` (RFC 6750, section 2.1); null without one, which any other scheme is as well.
 * Cookies are never read.
 */
export function bearerToken(request: WireRequest): string | null {
  const credentials = header(request, 'authorization') ?? '';
  if (!/^Bearer(?: |$)/i.test(credentials)) return null;
  const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(credentials) ?? [];
  if (!token) throw new OperationError('unauthenticated');
  return token;
}
