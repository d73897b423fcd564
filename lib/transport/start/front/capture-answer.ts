import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';

export interface CapturedAnswer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/** A response that no socket stands behind: whoever writes to it is heard to the end. */
export function captureAnswer(request: IncomingMessage): {
  response: ServerResponse;
  answer: Promise<CapturedAnswer>;
} {
  const response = new ServerResponse(request);
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.flushHeaders = () => {};
  response.write = (...given: unknown[]) => {
    keep(given[0]);
    return true;
  };
  const answer = new Promise<CapturedAnswer>((resolve) => {
    response.end = (...given: unknown[]) => {
      keep(given[0]);
      resolve({ status: response.statusCode, headers: response.getHeaders(), body: Buffer.concat(chunks) });
      response.emit('finish');
      return response;
    };
  });
  return { response, answer };
}
