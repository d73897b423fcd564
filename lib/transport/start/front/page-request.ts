import { IncomingMessage } from 'node:http';
import { OperationError } from '#lib/errors/operation-error';
import { takesFile } from '#lib/platform/takes-file';
import { bodyLimitBytes } from '#lib/transport/body-limit';
import { formLimitBytes, isForm, isReadableForm } from './form-body';
import { isOwnWrite } from './own-origin';
import { readBody } from './read-body';
import { pathOf } from './routing';

/** All that a browser does to a page; a server action is a POST. */
const pageMethods: readonly string[] = ['GET', 'HEAD', 'POST'];

/**
 * The request as Next may have it: behind middleware Next would cut a long body silently and answer 200. A body of
 * announced length cannot outgrow it; a chunked one is read here first, and so is a form, and Next gets the same request
 * with its body already whole.
 *
 * @throws OperationError `method_not_allowed`, `malformed_request` for an address or a form that Next could not read and
 * would answer with 500, `request_too_large`, or `forbidden` for a write from another site
 */
export async function pageRequest(request: IncomingMessage, protocol: string): Promise<IncomingMessage> {
  if (!isDecodable(pathOf(request.url ?? ''))) throw new OperationError('malformed_request');
  if (!pageMethods.includes(request.method ?? ''))
    throw new OperationError('method_not_allowed', { allow: pageMethods });
  const { headers } = request;
  const isChunked = headers['transfer-encoding'] !== undefined;
  if (request.method === 'POST' && isForm(headers)) {
    if (!isOwnWrite(headers, protocol)) throw new OperationError('forbidden');
    return replay(request, await readForm(request));
  }
  const whole = isChunked ? replay(request, await readBody(request, bodyLimitBytes)) : request;
  if (request.method === 'POST' && !isOwnWrite(headers, protocol)) throw new OperationError('forbidden');
  return whole;
}

async function readForm(request: IncomingMessage): Promise<Uint8Array> {
  const hasFile = takesFile(pathOf(request.url ?? ''));
  const body = await readBody(request, hasFile ? bodyLimitBytes : formLimitBytes);
  const { 'content-type': type = '', 'next-action': action } = request.headers;
  if (!(await isReadableForm(body, type, { isFetch: action !== undefined, takesFile: hasFile })))
    throw new OperationError('malformed_request');
  return body;
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
