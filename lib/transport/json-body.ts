import { parse as parseLossless } from 'lossless-json';
import { isOperationError, OperationError } from '#lib/errors/operation-error';
import { assertJsonShape } from './json-shape';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The value of a JSON body. Whatever is wrong with it, the answer repeats none of it. */
export function parseJsonBody(bytes: Uint8Array, lossless: boolean): unknown {
  try {
    const text = decoder.decode(bytes);
    assertJsonShape(text);
    return lossless ? parseLossless(text) : JSON.parse(text);
  } catch (thrown) {
    throw isOperationError(thrown) ? thrown : new OperationError('malformed_request');
  }
}
