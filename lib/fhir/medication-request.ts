import type { MedicationRequest } from '@medplum/fhirtypes';
import { type CodedContent, conceptText, readConcept, writeConcept } from './concept';
import type { PrescriptionContent } from './content-view';
import { coursePart, dosagePart } from './dosage';
import { clearChoice, prune, put, within } from './edit';
import { at, type Json, type JsonObject, type Lossless, list, literal, object, string } from './json';
import { statusLifecycle } from './lifecycle';
import type { WritableMapping } from './mapping';
import { dateAt } from './occurred';
import type { Part } from './part';
import { amountText, putValue } from './quantity';
import type { Warning } from './record-view';

/** The medicine: a concept, or a reference to a contained Medication or to one whose name stands in `display`. */
function medicine(tree: JsonObject): CodedContent {
  const reference = object(tree.medicationReference);
  if (!reference) return readConcept(tree.medicationCodeableConcept);
  const inside = containedCode(tree, string(reference.reference));
  const named = string(reference.display) ?? conceptText(inside) ?? string(reference.reference) ?? '';
  return { ...readConcept(inside), text: named };
}

function containedCode(tree: JsonObject, reference: string | undefined): Json | undefined {
  const found = list(tree.contained).find((resource) => reference === `#${string(at(resource, 'id'))}`);
  return at(found, 'code');
}

const medicinePart: Part<PrescriptionContent> = {
  keys: ['text', 'code', 'code_system'],
  read: medicine,
  write(tree, content) {
    const concept = object(tree.medicationCodeableConcept) ?? {};
    clearChoice(tree, 'medication', 'medicationCodeableConcept');
    writeConcept(concept, content);
    tree.medicationCodeableConcept = concept;
  },
};

const supply = (tree: JsonObject, key: string) => at(tree, 'dispenseRequest', key);

const quantity: Part<PrescriptionContent> = {
  keys: ['quantity'],
  read: (tree) => ({ quantity: amountText(supply(tree, 'quantity')) }),
  write(tree, content) {
    const dispense = within(tree, 'dispenseRequest');
    put(dispense, 'quantity', content.quantity === undefined ? undefined : parseQuantity(content.quantity));
    prune(tree, 'dispenseRequest');
  },
};

function parseQuantity(text: string): JsonObject {
  const space = text.indexOf(' ');
  const parsed: JsonObject = {};
  putValue(parsed, space < 0 ? text : text.slice(0, space));
  if (space >= 0) parsed.unit = text.slice(space + 1);
  return parsed;
}

const refills: Part<PrescriptionContent> = {
  keys: ['refills'],
  read: (tree) => ({ refills: literal(supply(tree, 'numberOfRepeatsAllowed')) }),
  write(tree, content) {
    const held: JsonObject = {};
    putValue(held, content.refills);
    put(within(tree, 'dispenseRequest'), 'numberOfRepeatsAllowed', held.value);
    prune(tree, 'dispenseRequest');
  },
};

const orders = ['order', 'original-order', 'reflex-order', 'filler-order', 'instance-order'];

function warnings(tree: JsonObject): Warning[] {
  return [
    ...(tree.doNotPerform === true ? (['do_not_take'] as const) : []),
    ...(orders.includes(string(tree.intent) ?? '') ? [] : (['not_an_order'] as const)),
  ];
}

export const medicationRequestMapping: WritableMapping<PrescriptionContent> = {
  recordType: 'prescription',
  resourceType: 'MedicationRequest',
  parts: [medicinePart, dosagePart, coursePart, quantity, refills],
  firstStatuses: ['active', 'draft', 'on-hold'],
  skeleton: ({ id, patient, author, occurred }, status) =>
    ({
      resourceType: 'MedicationRequest',
      id,
      status: status as MedicationRequest['status'],
      intent: 'order',
      subject: patient,
      authoredOn: occurred,
      ...(author && { requester: author }),
    }) satisfies Lossless<MedicationRequest>,
  status: (tree) => string(tree.status) ?? 'unknown',
  occurred: (tree, zone) => dateAt(tree.authoredOn, zone),
  warnings,
  enterInError: (tree) => put(tree, 'status', 'entered-in-error'),
  lifecycle: statusLifecycle('draft', 'active'),
  amended: () => undefined,
};
