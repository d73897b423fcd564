import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { OperationError } from '#lib/errors/operation-error';
import { newRequestId } from '#lib/platform/request-id';
import { problem } from '#lib/transport/answer';

const statusOf: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** What is not HTTP has no request object: the answer is written onto the bare connection. */
export function answerUnparsed(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  security: Readonly<Record<string, string>>,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const usual = problem(new OperationError('malformed_request'), newRequestId());
  const status = statusOf[error.code ?? ''] ?? usual.status;
  const body = usual.body?.replace(`"status":${usual.status}`, `"status":${status}`) ?? '';
  const length = { 'content-length': Buffer.byteLength(body), connection: 'close' };
  const lines = Object.entries({ ...security, ...usual.headers, ...length }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}
