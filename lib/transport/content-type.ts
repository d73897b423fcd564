import { OperationError } from '#lib/errors/operation-error';
import { header, type WireRequest } from './wire';

const json: readonly string[] = ['application/json'];

/**
 * The body's type must be one that the operation consumes, in UTF-8 and not compressed: a request that inflates is
 * refused before it can (RFC 9110, sections 8.3, 8.4 and 15.5.16).
 */
export function assertContentType(request: WireRequest, consumes = json): void {
  const encoding = header(request, 'content-encoding') ?? 'identity';
  const [type = '', ...parameters] = (header(request, 'content-type') ?? '').split(';').map(clean);
  const charsets = parameters.filter((each) => each.startsWith('charset='));
  const utf8 = charsets.every((each) => /^charset="?utf-?8"?$/.test(each));
  if (clean(encoding) !== 'identity' || !consumes.includes(type) || !utf8) {
    throw new OperationError('unsupported_media_type');
  }
}

const clean = (part: string) => part.trim().toLowerCase();
