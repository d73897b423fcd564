import {
  indexStructureDefinitionBundle,
  OperationOutcomeError,
  validateResource as validateStructure,
} from '@medplum/core';
import type { Bundle, OperationOutcomeIssue, Resource } from '@medplum/fhirtypes';
import { primitiveRules } from './primitives';
import { moreIssues, type ResourceIssue, TooDeep } from './validate-more';
import { type ValueSets, valueSets } from './value-sets';

interface Definitions {
  readonly profiles: readonly Bundle[];
  readonly terminology: readonly Bundle[];
}

export type ValidateResource = (text: string) => readonly ResourceIssue[];

/** A validator against R4. Its definitions are large, so they are read when the first resource comes. */
export function resourceValidator(read: () => Definitions): ValidateResource {
  let ready: Ready | undefined;
  return (text) => {
    ready ??= index(read());
    return validate(text, ready);
  };
}

interface Ready {
  readonly sets: ValueSets;
  readonly resourceTypes: ReadonlySet<string>;
}

function index({ profiles, terminology }: Definitions): Ready {
  for (const bundle of profiles) indexStructureDefinitionBundle(bundle);
  const definitions = profiles.flatMap(({ entry = [] }) => entry.flatMap(({ resource }) => resource ?? []));
  const types = definitions.flatMap((one) =>
    one.resourceType === 'StructureDefinition' && one.kind === 'resource' && !one.abstract
      ? (one.type ?? [])
      : [],
  );
  return { sets: valueSets(terminology), resourceTypes: new Set(types) };
}

function validate(text: string, { sets, resourceTypes }: Ready): ResourceIssue[] {
  const resource = parsed(text);
  if (!resource) return [{ path: '', code: 'structure', message: 'Not a JSON object' }];
  if (!resourceTypes.has(String(resource.resourceType)))
    return [{ path: 'resourceType', code: 'value', message: 'Not a resource of R4' }];
  try {
    const ours = moreIssues(resource, sets);
    const told = new Set(ours.map(({ path }) => path));
    return [...structureIssues(resource).filter(({ path }) => !told.has(path)), ...ours];
  } catch (thrown) {
    if (!(thrown instanceof TooDeep)) throw thrown;
    return [{ path: '', code: 'too-long', message: 'Nested too deeply' }];
  }
}

function parsed(text: string): { readonly [key: string]: unknown } | null {
  try {
    const value: unknown = JSON.parse(text, shortened);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** The structure's validator refuses base64 over 1 MB or with line breaks, which R4 allows: a short one stands in. */
const longest = 100;
const isLongBase64 = (key: string, value: unknown): value is string =>
  typeof value === 'string' &&
  value.length > longest &&
  ['data', 'valueBase64Binary', 'content'].includes(key);
const shortened = (key: string, value: unknown) =>
  isLongBase64(key, value) && primitiveRules.base64Binary?.(value) ? 'AAAA' : value;

function structureIssues(resource: object): ResourceIssue[] {
  try {
    // Warnings are no errors: what is only advised does not keep a resource out.
    validateStructure(resource as Resource);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof OperationOutcomeError)) throw thrown;
    return (thrown.outcome.issue ?? []).filter(({ severity }) => severity === 'error').map(ours);
  }
}

/** Its words quote names of properties, which a caller made up: those are left out, here and in the path. */
function ours({ code, details, expression }: OperationOutcomeIssue): ResourceIssue {
  const path = expression?.[0] ?? '';
  const isName = /^[A-Za-z0-9_[\].]{1,500}$/.test(path);
  const message = (details?.text ?? 'Not valid').replace(/:? "[^"]*"(, "[^"]*")*/g, '');
  return {
    path: isName ? path : path.replace(/[^A-Za-z0-9_[\].].*$/s, '').slice(0, 500),
    code: code ?? 'invalid',
    message,
  };
}
