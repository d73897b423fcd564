import { systems } from './codes';
import { codingOf } from './concept';
import { type JsonObject, parseResource } from './json';

type Invariant = 'con-4' | 'con-5' | 'obs-6';

const has = (tree: JsonObject, choice: string) =>
  Object.keys(tree).some((key) => new RegExp(`^${choice}[A-Z]`).test(key));

/** con-4: abated means inactive, resolved or in remission. con-5: entered in error means no clinical status. */
function ofCondition(tree: JsonObject): Invariant[] {
  const clinical = codingOf(tree.clinicalStatus, systems.clinicalStatus) ?? '';
  const verification = codingOf(tree.verificationStatus, systems.verificationStatus);
  const over = ['inactive', 'resolved', 'remission'].includes(clinical);
  return [
    ...(has(tree, 'abatement') && !over ? (['con-4'] as const) : []),
    ...(verification === 'entered-in-error' && tree.clinicalStatus !== undefined ? (['con-5'] as const) : []),
  ];
}

/** obs-6: a reason for the absence of a value, or a value, but not both. */
function ofObservation(tree: JsonObject): Invariant[] {
  return has(tree, 'value') && tree.dataAbsentReason !== undefined ? ['obs-6'] : [];
}

/** The rules of R4 between elements that this resource breaks: told at import, never caused by us. */
export function brokenInvariants(text: string): Invariant[] {
  const tree = parseResource(text);
  if (tree.resourceType === 'Condition') return ofCondition(tree);
  return tree.resourceType === 'Observation' ? ofObservation(tree) : [];
}
