import { type InternalSchemaElement, type InternalTypeSchema, tryGetDataType } from '@medplum/core';
import { isResourceId, primitiveRules } from './primitives';
import type { ValueSets } from './value-sets';

/** What is wrong with a resource, and where (FHIRPath). It never repeats what stands there. */
export interface ResourceIssue {
  readonly path: string;
  /** IssueType of R4. */
  readonly code: string;
  readonly message: string;
}

type Plain = { readonly [key: string]: unknown };

/** Deeper than any resource of R4 has use for: contained, groups of items and extensions included. */
const deepest = 60;

export class TooDeep extends Error {
  override readonly name = 'TooDeep';
}

interface Place {
  readonly path: string;
  readonly depth: number;
}

/**
 * What the schema of a resource does not tell: a list without entries, a code outside of its required set, a day that
 * no calendar has, an id that no address can hold.
 * @throws TooDeep
 */
export function moreIssues(resource: Plain, sets: ValueSets): ResourceIssue[] {
  const issues: ResourceIssue[] = [];
  const type = String(resource.resourceType);
  visit(resource, type, { path: type, depth: 0 });
  return issues;

  function visit(tree: Plain, typeName: string, { path, depth }: Place): void {
    if (depth > deepest) throw new TooDeep();
    const schema = tryGetDataType(typeName);
    if (!schema) return;
    if (typeof tree.resourceType === 'string' && typeof tree.id === 'string' && !isResourceId(tree.id))
      say(`${path}.id`, 'value', 'Not an id');
    for (const [key, value] of Object.entries(tree)) {
      const found = elementOf(schema, key);
      if (found) each(value, found, { path: `${path}.${key}`, depth });
    }
  }

  function each(value: unknown, found: Found, { path, depth }: Place): void {
    if (!Array.isArray(value)) {
      one(value, found, { path, depth });
      return;
    }
    if (value.length === 0) say(path, 'structure', 'An empty list');
    for (const [index, item] of value.entries()) one(item, found, { path: `${path}[${index}]`, depth });
  }

  function one(value: unknown, { element, type }: Found, { path, depth }: Place): void {
    if (typeof value === 'string') text(value, { element, type }, path);
    if (typeof value !== 'object' || value === null) return;
    const tree = value as Plain;
    if (Array.isArray(value)) throw new TooDeep();
    bound(tree, { element, type }, path);
    const inner = ['Resource', 'DomainResource'].includes(type) ? tree.resourceType : type;
    visit(tree, String(inner), { path, depth: depth + 1 });
  }

  function text(value: string, { element, type }: Found, path: string): void {
    const rule = primitiveRules[type];
    if (rule && !rule(value)) say(path, 'value', `Not a ${type}`);
    if (type !== 'code') return;
    const codes = required(element, sets);
    if (codes && ![...codes.values()].some((set) => set.has(value)))
      say(path, 'code-invalid', 'Not a code of the required set');
  }

  function bound(tree: Plain, { element, type }: Found, path: string): void {
    if (type !== 'Coding' && type !== 'CodeableConcept') return;
    const codes = required(element, sets);
    if (!codes) return;
    const codings = type === 'Coding' ? [tree] : Array.isArray(tree.coding) ? (tree.coding as Plain[]) : [];
    const isMember = ({ system, code }: Plain) => codes.get(String(system))?.has(String(code)) === true;
    if (!codings.some((coding) => coding !== null && isMember(coding)))
      say(path, 'code-invalid', 'No code of the required set');
  }

  function say(path: string, code: string, message: string): void {
    issues.push({ path, code, message });
  }
}

interface Found {
  readonly element: InternalSchemaElement;
  readonly type: string;
}

function required({ binding }: InternalSchemaElement, sets: ValueSets) {
  return binding?.strength === 'required' && binding.valueSet ? sets.codesOf(binding.valueSet) : null;
}

/** The element at a key; of a choice such as `value[x]` the one whose type the key ends with. */
function elementOf({ elements }: InternalTypeSchema, key: string): Found | null {
  const plain = Object.hasOwn(elements, key) ? elements[key] : undefined;
  if (plain) return { element: plain, type: plain.type[0]?.code ?? '' };
  for (let end = key.length - 1; end > 0; end--) {
    const choice = Object.hasOwn(elements, `${key.slice(0, end)}[x]`)
      ? elements[`${key.slice(0, end)}[x]`]
      : undefined;
    const suffix = key.slice(end);
    const type = choice?.type.find(({ code }) => code.charAt(0).toUpperCase() + code.slice(1) === suffix);
    if (choice && type) return { element: choice, type: type.code };
  }
  return null;
}
