import type { Duplex } from 'node:stream';
import { OperationError } from '#lib/errors/operation-error';
import { answerBare } from './bare-answer';

const statusOf: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** What is not HTTP has no request object. */
export function answerUnparsed(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  security: Readonly<Record<string, string>>,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  answerBare(new OperationError('malformed_request'), socket, security, statusOf[error.code ?? '']);
}
