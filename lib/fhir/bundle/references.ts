import { type Json, type JsonObject, list, object, string } from '../json';
import { pathOf } from './strict-parser';

export interface FoundReference {
  readonly path: string;
  /** The element that holds it: `subject`, `partOf`. */
  readonly element: string;
  readonly reference: string;
  /** It stands in a resource within the resource. */
  readonly contained: boolean;
}

/** Every literal reference in a resource, with its place. */
export function referencesIn(resource: JsonObject, place: string): FoundReference[] {
  const found: FoundReference[] = [];
  walk(resource, [], (reference, steps) => {
    const element = steps.filter((step) => typeof step === 'string').at(-1) ?? '';
    const path = `${pathOf(place, steps)}.reference`;
    found.push({ path, element, reference, contained: steps[0] === 'contained' });
  });
  return found;
}

/** What each contained resource refers to, by `#id`. */
export function containedReferences(resource: JsonObject): Map<string, string[]> {
  const byId = new Map<string, string[]>();
  for (const each of list(resource.contained)) {
    const tree = object(each);
    const id = string(tree?.id);
    if (!tree || id === undefined) continue;
    byId.set(
      `#${id}`,
      referencesIn(tree, '').map(({ reference }) => reference),
    );
  }
  return byId;
}

type Visit = (reference: string, steps: readonly (string | number)[]) => void;

function walk(value: Json | undefined, steps: (string | number)[], visit: Visit): void {
  const children = Array.isArray(value) ? value.entries() : Object.entries(object(value) ?? {});
  const reference = string(object(value)?.reference);
  if (reference !== undefined) visit(reference, steps);
  for (const [key, child] of children) {
    if (typeof child !== 'object') continue;
    steps.push(key);
    walk(child, steps, visit);
    steps.pop();
  }
}
