import { isDeepStrictEqual } from 'node:util';
import { type Json, type JsonObject, object } from './json';

/**
 * Sets or removes an element. The sibling `_key` of a primitive (R4 json, "primitive types") holds extensions of the
 * value that stood there, so it goes when the value does.
 */
export function put(tree: JsonObject, key: string, value: Json | undefined): void {
  if (isDeepStrictEqual(tree[key], value)) return;
  delete tree[`_${key}`];
  if (value === undefined) delete tree[key];
  else tree[key] = value;
}

/** Removes every form of a choice element but one: `onset` takes away onsetDateTime, onsetAge, onsetString, … */
export function clearChoice(tree: JsonObject, name: string, kept?: string): void {
  const form = new RegExp(`^_?${name}[A-Z]`);
  for (const key of Object.keys(tree)) if (form.test(key) && key !== kept) delete tree[key];
}

/** The object at the key, made when there is none. */
export function within(tree: JsonObject, key: string): JsonObject {
  const inner = object(tree[key]) ?? {};
  tree[key] = inner;
  return inner;
}

/** An element must not be empty (R4, ele-1): removes the objects along the path that have become so, inside out. */
export function prune(tree: JsonObject, ...path: string[]): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  const inner = object(tree[key]);
  if (!inner) return;
  prune(inner, ...rest);
  if (Object.keys(inner).length === 0) delete tree[key];
}
