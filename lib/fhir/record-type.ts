import { hasInlineText } from './attachment';
import { systems } from './codes';
import { codingOf, readConcept } from './concept';
import type { RecordType } from './content-view';
import { at, type Json, type JsonObject, list, string } from './json';
import { labKey } from './lab-names';

/**
 * What kind of record a resource is, from the resource alone. What is none of the kinds that we understand is `other`
 * and kept whole.
 */
export function recordTypeOf(tree: JsonObject): RecordType {
  const type = string(tree.resourceType) ?? '';
  if (type === 'Observation') return observationType(tree);
  if (type === 'DiagnosticReport') return isLaboratoryReport(tree) ? 'lab_report' : 'other';
  if (type === 'DocumentReference') return isNote(tree) ? 'note' : 'document';
  return Object.hasOwn(plain, type) ? plain[type as keyof typeof plain] : 'other';
}

const plain = {
  Condition: 'diagnosis',
  MedicationRequest: 'prescription',
  AllergyIntolerance: 'allergy',
  Immunization: 'immunization',
  Procedure: 'procedure',
  Encounter: 'encounter',
} as const;

const codesOf = (concepts: Json | undefined, ...of: readonly string[]) =>
  list(concepts).flatMap((concept) => codingOf(concept, ...of) ?? []);

/** Whether a laboratory says that it is its own. */
const isOfLaboratory = (tree: JsonObject): boolean =>
  codesOf(tree.category, systems.reportCategory, systems.reportCategoryOfVersion2).some((code) =>
    laboratories.includes(code),
  );

function observationType(tree: JsonObject): RecordType {
  const categories = codesOf(tree.category, systems.observationCategory);
  if (categories.includes('laboratory') || isOfLaboratory(tree)) return 'lab_result';
  // Synthea of 2019 writes it without its last letter.
  if (categories.some((code) => code === 'vital-signs' || code === 'vital-sign')) return 'vital_sign';
  return categories.length === 0 ? uncategorised(tree) : 'other';
}

/** R4 requires no category, and its vital signs profile names the codes that are vital signs wherever they stand. */
const vitalSigns = [
  ...['85353-1', '9279-1', '8867-4', '2708-6', '59408-5', '8310-5', '8302-2', '9843-4', '29463-7'],
  ...['39156-5', '85354-9', '55284-4', '8480-6', '8462-4', '8478-0'],
];

function uncategorised(tree: JsonObject): RecordType {
  const concept = readConcept(tree.code);
  if (concept.code_system === systems.loinc && vitalSigns.includes(concept.code ?? '')) return 'vital_sign';
  const measured =
    labKey(concept) !== null || tree.referenceRange !== undefined || tree.specimen !== undefined;
  return measured ? 'lab_result' : 'other';
}

/** Table 0074 of HL7 version 2: the sections of a laboratory. */
export const laboratories = [
  ...['LAB', 'BLB', 'CG', 'CH', 'CP', 'CY', 'GE', 'HM', 'IMM', 'MB', 'MCB', 'MYC', 'PAR', 'PAT', 'SP', 'SR'],
  ...['TX', 'VR'],
];

/** LOINC: questionnaires that are reported as a panel. Their answers are no laboratory's. */
export const questionnaires = [
  ...['44249-1', '55757-9', '59453-1', '69737-5', '72109-2', '76499-3', '82666-9', '89206-7', '93025-5'],
];

/** By its category. A panel without one groups results, which a report that repeats a note does not. */
function isLaboratoryReport(report: JsonObject): boolean {
  if (list(report.category).length > 0) return isOfLaboratory(report);
  const { code = '' } = readConcept(report.code);
  return list(report.result).length > 0 && !questionnaires.includes(code);
}

/** LOINC: the notes of US Core, and their like. */
export const noteTypes = [
  ...['11488-4', '11504-8', '11506-3', '18842-5', '28570-0', '34108-1', '34109-9', '34111-5', '34117-2'],
  ...['34133-9', '34746-8', '34748-4', '51847-2', '51848-0', '57133-1', '68608-9'],
];

/** A note is read where it stands; what must be opened first is a document. */
function isNote(tree: JsonObject): boolean {
  if (!hasInlineText(tree)) return false;
  const categories = codesOf(tree.category, systems.documentCategory);
  const types = list(at(tree.type, 'coding')).map((coding) => string(at(coding, 'code')) ?? '');
  return categories.includes('clinical-note') || types.some((type) => noteTypes.includes(type));
}
