import { isLosslessNumber, type LosslessNumber, parse, stringify } from 'lossless-json';

export type Json = null | boolean | string | LosslessNumber | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json | undefined;
}

/** A type of `@medplum/fhirtypes` in which numbers are the literals that were written. */
export type Lossless<T> = T extends number
  ? LosslessNumber
  : T extends (infer Item)[]
    ? Lossless<Item>[]
    : T extends object
      ? { [Key in keyof T]: Lossless<T[Key]> }
      : T;

export class UnreadableResource extends Error {
  override readonly name = 'UnreadableResource';
}

/** The resource as a tree of plain values; nothing in it is trusted to have the shape that FHIR asks for. */
export const parseResource = (text: string): JsonObject => treeOf(text, parse);

const holdsNumber = /":\s*-?\d|[[,]\s*-?\d/;

/**
 * The same for a text that was parsed before it was stored. Where it holds no number there is nothing that the
 * language's own parser could lose, and that one takes a tenth of the time.
 */
export const parseStored = (text: string): JsonObject =>
  treeOf(text, holdsNumber.test(text) ? parse : JSON.parse);

function treeOf(text: string, parser: (text: string) => unknown): JsonObject {
  const tree = object(parseJson(text, parser));
  if (!tree) throw new UnreadableResource('not a JSON object');
  return tree;
}

function parseJson(text: string, parser: (text: string) => unknown): Json {
  try {
    return parser(text) as Json;
  } catch {
    // The parser's message quotes the text, which is clinical.
    throw new UnreadableResource('not JSON');
  }
}

export function printResource(tree: object): string {
  const text = stringify(tree);
  if (text === undefined) throw new UnreadableResource('not JSON');
  return text;
}

type Maybe = Json | undefined;
type Step = string | number;

export function at(value: Maybe, ...path: Step[]): Maybe {
  return path.reduce<Maybe>((inner, step) => child(inner, step), value);
}

function child(value: Maybe, step: Step): Maybe {
  if (typeof step === 'number') return Array.isArray(value) ? value[step] : undefined;
  const tree = object(value);
  return tree && Object.hasOwn(tree, step) ? tree[step] : undefined;
}

export function object(value: Maybe): JsonObject | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isLosslessNumber(value))
    return undefined;
  return value;
}

export function list(value: Maybe): Json[] {
  return Array.isArray(value) ? value : [];
}

export function string(value: Maybe): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The literal of a number. */
export function literal(value: Maybe): string | undefined {
  return isLosslessNumber(value) ? value.toString() : undefined;
}
