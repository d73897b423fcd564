import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from './json';

/**
 * Some keys of a record's content and the place in the resource that expresses them. `write` touches nothing but
 * that place, and after it `read` gives what was written.
 */
export interface Part<Content> {
  readonly keys: readonly (keyof Content)[];
  read(tree: JsonObject): Partial<Content>;
  write(tree: JsonObject, content: Content): void;
}

export function readParts<Content>(parts: readonly Part<Content>[], tree: JsonObject): Content {
  return withoutAbsent(Object.assign({}, ...parts.map((part) => part.read(tree)))) as Content;
}

/** Writes the parts whose meaning changed and leaves the rest of the tree alone; says which keys those were. */
export function writeChanged<Content extends object>(
  parts: readonly Part<Content>[],
  tree: JsonObject,
  content: Content,
): (keyof Content)[] {
  const changed = parts.filter((part) => {
    if (isDeepStrictEqual(withoutAbsent(part.read(tree)), withoutAbsent(pick(content, part.keys))))
      return false;
    part.write(tree, content);
    return true;
  });
  return changed.flatMap((part) => part.keys);
}

function pick<Content extends object>(content: Content, keys: readonly (keyof Content)[]): Partial<Content> {
  return Object.fromEntries(keys.map((key) => [key, content[key]])) as Partial<Content>;
}

function withoutAbsent(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const present = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(present.map(([key, inner]) => [key, withoutAbsent(inner)]));
}
