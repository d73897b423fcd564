import { OperationError } from '#lib/errors/operation-error';
import { header, type WireRequest } from './wire';

/** The token of `Authorization: Bearer …` (RFC 6750, section 2.1); null without the header. Cookies are never read. */
export function bearerToken(request: WireRequest): string | null {
  if (request.headers.authorization === undefined) return null;
  const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(header(request, 'authorization') ?? '') ?? [];
  if (!token) throw new OperationError('unauthenticated');
  return token;
}
