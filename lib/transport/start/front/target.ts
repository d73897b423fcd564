import type { IncomingMessage } from 'node:http';
import { OperationError } from '#lib/errors/operation-error';

/**
 * The request's path and query. A target that names a whole URL is reduced to them, and its host, which then counts
 * instead of the header's, is checked like any other (RFC 9112, 3.2.2).
 *
 * @throws OperationError `malformed_request`
 */
export function normaliseTarget(request: IncomingMessage): string {
  const { headers, rawHeaders, url = '' } = request;
  const hosts = rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === 'host').length;
  if (hosts > 1 || (hosts === 0 && request.httpVersion !== '1.0'))
    throw new OperationError('malformed_request');
  if (url.startsWith('/')) return url;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw new OperationError('malformed_request');
  const target = new URL(url);
  headers.host = target.host;
  request.url = target.pathname + target.search;
  return request.url;
}
