import { z } from 'zod';
import type { Operation } from '#lib/operations/define';

export type Path = readonly (string | number)[];

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Every place of the operation's input where a string may stand, whether the given input uses it or not. */
export function textFields({ declaration }: Operation, input: unknown): Path[] {
  const schema = z.toJSONSchema(declaration.input, { io: 'input', unrepresentable: 'any' });
  return fieldsIn(schema as Schema, input, []);
}

function fieldsIn(schema: Schema, value: unknown, path: Path): Path[] {
  const options = schema.anyOf ?? schema.oneOf ?? [schema];
  if (options.some(takesText)) return [path];
  const chosen = options.find((option) => option.properties && fits(option, value)) ?? options[0] ?? {};
  if (chosen.items && Array.isArray(value)) {
    const { items } = chosen;
    return value.flatMap((each, index) => fieldsIn(items, each, [...path, index]));
  }
  const { properties = {} } = chosen;
  const known = Object.entries(properties).flatMap(([key, inner]) =>
    fieldsIn(inner, fieldOf(value, key), [...path, key]),
  );
  return [...known, ...looseFields(properties, value, path)];
}

const takesText = ({ type, enum: some, const: one }: Schema) =>
  [type].flat().includes('string') && some === undefined && one === undefined;

/** Does the value have what tells this branch of a union from the others? */
const fits = ({ properties = {} }: Schema, value: unknown) =>
  Object.entries(properties).every(
    ([key, inner]) => inner.const === undefined || inner.const === fieldOf(value, key),
  );

/** Where an object takes anything, the strings that it has. */
function looseFields(properties: object, value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value)
    .filter(([key, inner]) => !(key in properties) && typeof inner === 'string')
    .map(([key]) => [...path, key]);
}

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce((inner, key) => fieldOf(inner, String(key)), value);

/** The value with another at that place. */
export function withValue(value: unknown, [key, ...rest]: Path, leaf: unknown): unknown {
  if (key === undefined) return leaf;
  if (Array.isArray(value)) {
    return value.map((each, index) => (index === key ? withValue(each, rest, leaf) : each));
  }
  const fields = (value ?? {}) as Record<string, unknown>;
  return { ...fields, [key]: withValue(fields[key], rest, leaf) };
}

export const takes = ({ declaration }: Operation, input: unknown): boolean =>
  declaration.input.safeParse(input).success;
