import { type Json, type JsonObject, list, object, string } from '../json';

/** Whatever holds a literal reference: the `Reference` itself, and the element at the top in which it stands. */
type Visit = (holder: JsonObject, reference: string, element: string) => void;

/** Every literal reference in a resource, those of contained resources too. */
export const eachReference = (tree: JsonObject, visit: Visit): void => each(tree, 'reference', visit);

/** Every address in it of something that is held elsewhere: of an attachment. */
export const eachAttached = (tree: JsonObject, visit: Visit): void =>
  each(tree, 'url', (holder, url, element) => {
    if (targetOf(url)?.type === 'Binary') visit(holder, url, element);
  });

function each(tree: JsonObject, key: 'reference' | 'url', visit: Visit): void {
  for (const [element, value] of Object.entries(tree)) walk(value, element, { key, visit });
}

interface Walk {
  readonly key: 'reference' | 'url';
  readonly visit: Visit;
}

function walk(value: Json | undefined, element: string, how: Walk): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, element, how);
    return;
  }
  const holder = object(value);
  if (!holder) return;
  const held = string(holder[how.key]);
  if (held !== undefined) how.visit(holder, held, element);
  for (const inner of Object.values(holder)) if (typeof inner === 'object') walk(inner, element, how);
}

const absent = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** Of the reference nothing stays but that there is one (R4, "data-absent-reason"). */
export function mask(holder: JsonObject): void {
  for (const key of Object.keys(holder)) delete holder[key];
  holder.extension = [{ url: absent, valueCode: 'masked' }];
}

export const isMasked = (reference: Json): boolean =>
  list(object(reference)?.extension).some((each) => object(each)?.valueCode === 'masked');

const literal = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/;

/** `Condition/7` of a relative or absolute address; null for what is no address of a resource. */
export function targetOf(reference: string): { type: string; id: string } | null {
  const [, type, id] = literal.exec(reference) ?? [];
  return type && id ? { type, id } : null;
}

/** By what its source may know the target of a reference, the likeliest first. */
export function sourceIdsOf(reference: string): string[] {
  if (reference.startsWith('urn:uuid:')) return [reference.slice('urn:uuid:'.length).toLowerCase()];
  const target = targetOf(reference);
  const address = /^https?:/.test(reference) ? [reference] : [];
  return target ? [`${target.type}/${target.id}`, target.id.toLowerCase(), ...address] : address;
}

/** References at dotted paths: `participant.individual` of every participant. */
export function referencesAt(tree: JsonObject, path: string): string[] {
  const ends = path
    .split('.')
    .reduce<Json[]>((found, key) => found.flatMap((each) => childrenOf(each, key)), [tree]);
  return ends.flatMap((end) => string(object(end)?.reference) ?? []);
}

function childrenOf(value: Json, key: string): Json[] {
  const inner = object(value)?.[key];
  if (Array.isArray(inner)) return list(inner);
  return inner === undefined ? [] : [inner];
}
