import { IncomingMessage } from 'node:http';
import { OperationError } from '#lib/errors/operation-error';
import { bodyLimitBytes } from '#lib/transport/body-limit';
import { isOwnWrite } from './own-origin';
import { readBody } from './read-body';
import { pathOf } from './routing';

/** All that a browser does to a page; a server action is a POST. */
const pageMethods: readonly string[] = ['GET', 'HEAD', 'POST'];

/**
 * The request as Next may have it: behind middleware Next would cut a long body silently and answer 200. A body of
 * announced length cannot outgrow it; a chunked one is read here first, and Next gets the same request with its body
 * already whole.
 *
 * @throws OperationError `method_not_allowed`, `malformed_request` for an address that Next could not decode and would
 * answer with 500, `request_too_large`, or `forbidden` for a write from another site
 */
export async function pageRequest(request: IncomingMessage, protocol: string): Promise<IncomingMessage> {
  if (!isDecodable(pathOf(request.url ?? ''))) throw new OperationError('malformed_request');
  if (!pageMethods.includes(request.method ?? ''))
    throw new OperationError('method_not_allowed', { allow: pageMethods });
  const isChunked = request.headers['transfer-encoding'] !== undefined;
  const whole = isChunked ? replay(request, await readBody(request, bodyLimitBytes)) : request;
  if (request.method === 'POST' && !isOwnWrite(request.headers, protocol))
    throw new OperationError('forbidden');
  return whole;
}

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}

function replay(request: IncomingMessage, body: Uint8Array): IncomingMessage {
  const whole = new IncomingMessage(request.socket);
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders, headers } = request;
  Object.assign(whole, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders });
  const { 'transfer-encoding': _, ...kept } = headers;
  whole.headers = { ...kept, 'content-length': String(body.byteLength) };
  whole.complete = true;
  whole.push(body);
  whole.push(null);
  return whole;
}
