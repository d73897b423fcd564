import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { OperationError } from '#lib/errors/operation-error';
import { newRequestId } from '#lib/platform/request-id';
import { problem } from '#lib/transport/answer';

/**
 * A refusal where node:http gives no response object, written onto the bare connection. `status` replaces the error's
 * own where HTTP has a finer one.
 */
export function answerBare(
  error: OperationError,
  socket: Duplex,
  security: Readonly<Record<string, string>>,
  status = error.status,
): void {
  const requestId = newRequestId();
  const usual = problem(error, requestId);
  const body = usual.body?.replace(`"status":${usual.status}`, `"status":${status}`) ?? '';
  const own = { 'x-request-id': requestId, 'content-length': Buffer.byteLength(body), connection: 'close' };
  const lines = Object.entries({ ...security, ...usual.headers, ...own }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  // Node has let go of the connection: whoever hangs up now must not end the process.
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}
