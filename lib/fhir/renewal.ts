import type { Temporal } from 'temporal-polyfill';
import { prune, put, within } from './edit';
import { ImpossibleMove } from './impossible-move';
import { at, type JsonObject, list, object, parseResource, printResource } from './json';

interface Renewal {
  readonly id: string;
  /** The prescription that is renewed. */
  readonly before: string;
  readonly practitioner_id: string;
  readonly recorded_at: Temporal.Instant;
}

/** What was ordered and why. Numbers that the old order is filed under, its events and its visit stay with it. */
const ordered = [
  'contained',
  'category',
  'medicationCodeableConcept',
  'medicationReference',
  'subject',
  'reasonCode',
  'reasonReference',
  'courseOfTherapyType',
  'dosageInstruction',
  'dispenseRequest',
  'substitution',
];

/** R4 MedicationRequest.priorPrescription: a renewal is an order of its own that names the one before. */
export function renewedPrescription(previous: string, renewal: Renewal): string {
  const before = prescription(previous);
  const security = list(at(before.meta, 'security'));
  const tree: JsonObject = {
    resourceType: 'MedicationRequest',
    id: renewal.id,
    ...(security.length > 0 && { meta: { security } }),
    status: 'active',
    intent: 'order',
  };
  for (const key of ordered) if (before[key] !== undefined) tree[key] = before[key];
  tree.authoredOn = renewal.recorded_at.toString();
  tree.requester = { reference: `Practitioner/${renewal.practitioner_id}` };
  tree.priorPrescription = { reference: `MedicationRequest/${renewal.before}` };
  restartCourse(tree);
  return printResource(tree);
}

/** The days of the old course, and until when it could be dispensed, say nothing of the new one. */
function restartCourse(tree: JsonObject): void {
  if (object(tree.dispenseRequest)) {
    put(within(tree, 'dispenseRequest'), 'validityPeriod', undefined);
    prune(tree, 'dispenseRequest');
  }
  const instructions = list(tree.dosageInstruction).flatMap((each) => {
    const dosage = object(each);
    if (!dosage) return [];
    const repeat = object(at(dosage, 'timing', 'repeat'));
    if (repeat) put(repeat, 'boundsPeriod', undefined);
    prune(dosage, 'timing', 'repeat');
    return Object.keys(dosage).length === 0 ? [] : [dosage];
  });
  put(tree, 'dosageInstruction', instructions.length === 0 ? undefined : instructions);
}

/** The order has been carried out: another has taken its place. */
export function completePrescription(previous: string): string {
  const tree = prescription(previous);
  put(tree, 'status', 'completed');
  return printResource(tree);
}

function prescription(text: string): JsonObject {
  const tree = parseResource(text);
  if (tree.resourceType !== 'MedicationRequest' || tree.status !== 'active') {
    throw new ImpossibleMove('no active prescription');
  }
  return tree;
}
