import { blindIndex } from '#lib/crypto/blind-index';

/** Where something comes from, so that it is imported once. Blind: foreign identifiers name people. */
export function sourceIndex(system: string, id: string): Buffer {
  return blindIndex('record_source', `${system}\0${id}`);
}
