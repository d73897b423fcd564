import { systems } from './codes';
import { codingOf, conceptOf } from './concept';
import { put } from './edit';
import { ImpossibleMove } from './impossible-move';
import { parseResource, printResource } from './json';

/** R4 AllergyIntolerance.asserter: the patient says so. A measurement names them as its performer already. */
export function assertedByPatient(text: string): string {
  const tree = parseResource(text);
  if (tree.resourceType === 'AllergyIntolerance') put(tree, 'asserter', tree.patient);
  return printResource(tree);
}

/** Somebody who treats the patient has made sure of it. Whose word it was stays. */
export function confirmedAllergy(text: string): string {
  const tree = parseResource(text);
  const status = codingOf(tree.verificationStatus, systems.allergyVerification);
  if (tree.resourceType !== 'AllergyIntolerance' || status !== 'unconfirmed') {
    throw new ImpossibleMove('no unconfirmed allergy');
  }
  put(tree, 'verificationStatus', conceptOf(systems.allergyVerification, 'confirmed'));
  return printResource(tree);
}
