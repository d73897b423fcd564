import { OperationError } from '#lib/errors/operation-error';
import { bodyLimitBytes } from '../body-limit';
import { assertContentType } from '../content-type';
import { hasBody, type WireRequest } from '../wire';

/**
 * The parameters of a search that is sent as a form (R4, "http", 3.1.0.9.1).
 * @throws OperationError `malformed_request`, `unsupported_media_type`
 */
export async function readForm(request: WireRequest): Promise<[string, string][]> {
  if (!hasBody(request)) return [];
  assertContentType(request, ['application/x-www-form-urlencoded']);
  const bytes = await request.body(bodyLimitBytes);
  try {
    return [...new URLSearchParams(new TextDecoder('utf-8', { fatal: true }).decode(bytes))];
  } catch {
    throw new OperationError('malformed_request');
  }
}
