import type { IncomingMessage } from 'node:http';
import { OperationError } from '#lib/errors/operation-error';

/** The length that a request announces; none where its body comes in chunks. */
export const announcedLength = ({ headers }: IncomingMessage): number =>
  Number(headers['content-length'] ?? 0);

/**
 * The whole body, counted as it arrives: a chunked one announces nothing. Events instead of `for await`, which on
 * leaving would destroy the connection that must still carry the answer.
 *
 * @throws OperationError `request_too_large`; `malformed_request` when the client gives up half way
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  if (announcedLength(request) > limit) return Promise.reject(new OperationError('request_too_large'));
  const chunks: Uint8Array[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const take = (chunk: Uint8Array) => {
      size += chunk.byteLength;
      if (size <= limit) chunks.push(chunk);
      else refuse('request_too_large');
    };
    const refuse = (code: 'request_too_large' | 'malformed_request') => {
      request.off('data', take);
      reject(new OperationError(code));
    };
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(chunks, Math.min(size, limit))));
    request.once('close', () => refuse('malformed_request'));
  });
}
