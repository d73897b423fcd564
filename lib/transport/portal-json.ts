import type { NextRequest } from 'next/server';
import { OperationError } from '#lib/errors/operation-error';

/**
 * The body of what a script of a page sends in the background. JSON, so that a page of another site would need a
 * preflight, which nobody answers.
 */
export async function portalJson(request: NextRequest): Promise<object> {
  if (request.headers.get('content-type') !== 'application/json') {
    throw new OperationError('unsupported_media_type');
  }
  const body: unknown = await request.json().catch(() => null);
  if (typeof body !== 'object' || body === null) throw new OperationError('malformed_request');
  return body;
}

/** Kept by nothing on the way. */
export const unkept = { 'cache-control': 'private, no-store' } as const;

export const emptyAnswer = (status: number) => new Response(null, { status, headers: unkept });
