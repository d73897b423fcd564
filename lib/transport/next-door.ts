import { OperationError } from '#lib/errors/operation-error';
import { readFrontDoor } from '#lib/platform/front-door';
import { newRequestId } from '#lib/platform/request-id';
import { dispatch } from './dispatch';

/** The same `dispatch` behind Next's route handlers, so that plain `next start` answers alike, only slower. */
export async function answer(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const door = readFrontDoor(request.headers);
  const { status, headers, body } = await dispatch({
    method: request.method,
    url: pathname + search,
    headers: Object.fromEntries(request.headers),
    ip: door?.address ?? null,
    requestId: door?.requestId ?? newRequestId(),
    body: (limit) => readBody(request, limit),
  });
  // Node's own server ends the connection; fetch's Response knows no such header.
  const { connection: _, ...kept } = headers;
  return new Response(typeof body === 'string' ? body : body && new Uint8Array(body), {
    status,
    headers: kept,
  });
}

/** Counts what really arrives, and stops reading beyond the limit. */
async function readBody({ body }: Request, limit: number): Promise<Uint8Array> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    size += next.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw new OperationError('request_too_large');
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}
