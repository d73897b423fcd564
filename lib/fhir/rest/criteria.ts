import { at, type Json, type JsonObject, list, object, string } from '../json';
import { type DateCriterion, dateCriterion, liesSo, spanOfValue } from './date-criterion';
import { referencesAt, targetOf } from './references';
import { searchedBy } from './search-table';

/** A parameter of a search as it was written: several values of one are alternatives. */
export interface Filter {
  readonly name: string;
  readonly value: string;
}

/** Whether a resource is one of those that are sought. */
export type Criterion = (tree: JsonObject) => boolean;

/**
 * What a parameter of this type asks for; null where the type does not know it, or the value is none of its kind. The
 * zone gives a date without a time its hours.
 */
export function criterionOf(type: string, { name, value }: Filter, zone: string): Criterion | null {
  const { token = {}, date = {}, reference = {} } = searchedBy(type);
  const values = value.split(',').filter((each) => each !== '');
  if (values.length === 0) return null;
  if (Object.hasOwn(token, name)) return tokenCriterion(token[name] ?? '', values);
  if (Object.hasOwn(reference, name)) return referenceCriterion(reference[name] ?? '', values);
  if (!Object.hasOwn(date, name)) return null;
  const wanted = values.map((each) => dateCriterion(each, zone));
  return wanted.includes(null) ? null : dateIn(date[name] ?? [], wanted as DateCriterion[], zone);
}

/** By type and id, or by id alone; of whichever version. */
function referenceCriterion(path: string, values: readonly string[]): Criterion {
  const wanted = values.map((value) => targetOf(value) ?? { type: null, id: value });
  return (tree) => {
    const held = referencesAt(tree, path).flatMap((reference) => targetOf(reference) ?? []);
    return wanted.some(({ type, id }) =>
      held.some((each) => each.id === id && (!type || each.type === type)),
    );
  };
}

const dateIn =
  (paths: readonly string[], wanted: readonly DateCriterion[], zone: string): Criterion =>
  (tree) =>
    paths.some((path) => {
      const span = spanOfValue(at(tree, ...path.split('.')), zone);
      return span !== null && wanted.some((each) => liesSo(span, each));
    });

interface Token {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
}

/** R4, "search", token: `code`, `system|code`, `|code` of no system, `system|` of any code. */
function tokenCriterion(path: string, values: readonly string[]): Criterion {
  const wanted = values.map((value) => {
    const bar = value.indexOf('|');
    return bar === -1 ? { code: value } : { system: value.slice(0, bar), code: value.slice(bar + 1) };
  });
  return (tree) => {
    const held = tokensOf(at(tree, ...path.split('.')));
    return wanted.some((each) => held.some((token) => isMeant(each, token)));
  };
}

const isMeant = (wanted: Token, held: Token) =>
  (wanted.system === undefined || wanted.system === (held.system ?? '')) &&
  (wanted.code === '' || wanted.code === held.code);

function tokensOf(value: Json | undefined): Token[] {
  if (Array.isArray(value)) return value.flatMap(tokensOf);
  if (typeof value === 'string') return [{ code: value }];
  const tree = object(value);
  if (!tree) return [];
  if (tree.coding !== undefined) return list(tree.coding).flatMap(tokensOf);
  const code = string(tree.code) ?? string(tree.value);
  return code === undefined ? [] : [{ system: string(tree.system), code }];
}
