import type { ServerResponse } from 'node:http';
import { lifecycle } from '#lib/platform/lifecycle';
import { hasBody, type WireResponse } from '#lib/transport/wire';

const lingerMilliseconds = 2_000;

export function send(response: ServerResponse, { status, headers, body }: WireResponse): void {
  if (response.headersSent || response.destroyed) return;
  if (lifecycle().draining) response.setHeader('connection', 'close');
  if (body === null) {
    response.writeHead(status, headers).end();
    return;
  }
  const early = hasBody(response.req) && !response.req.complete;
  const length = { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length, ...(early && { connection: 'close' }) });
  if (early) endOnceQuiet(response, body);
  else response.end(body);
}

/**
 * Answers while the client is still sending a body that nobody will read. Closing at once would reset the connection, and with it the answer on
 * its way; so what still comes is thrown away for a moment, and only then is the connection closed.
 */
function endOnceQuiet(response: ServerResponse, body: string | Uint8Array): void {
  response.write(body);
  const end = () => response.end();
  const timer = setTimeout(end, lingerMilliseconds);
  response.once('close', () => clearTimeout(timer));
  response.req.once('end', end).resume();
}
