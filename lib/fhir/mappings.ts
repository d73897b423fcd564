import { allergyIntoleranceMapping } from './allergy-intolerance';
import type { CodedContent } from './concept';
import { conditionMapping } from './condition';
import type { WritableRecordType } from './content';
import type { ContentByType, RecordType } from './content-view';
import { diagnosticReportMapping } from './diagnostic-report';
import { documentMapping, noteMapping } from './document-reference';
import { encounterMapping } from './encounter';
import { immunizationMapping } from './immunization';
import { type JsonObject, string, UnreadableResource } from './json';
import type { Mapping, WritableMapping } from './mapping';
import { medicationRequestMapping } from './medication-request';
import { observationMapping } from './observation';
import { otherMapping } from './other';
import { procedureMapping } from './procedure';
import { recordTypeOf } from './record-type';
import { vitalSignMapping } from './vital-sign';

export const writable: { [Type in WritableRecordType]: WritableMapping<ContentByType[Type]> } = {
  diagnosis: conditionMapping,
  prescription: medicationRequestMapping,
  lab_result: observationMapping,
  allergy: allergyIntoleranceMapping,
  immunization: immunizationMapping,
  vital_sign: vitalSignMapping,
  procedure: procedureMapping,
  encounter: encounterMapping,
  note: noteMapping,
  document: documentMapping,
};

const mappings = { ...writable, lab_report: diagnosticReportMapping, other: otherMapping } as {
  [Type in RecordType]: Mapping<CodedContent>;
};

export const isWritable = (type: RecordType): type is WritableRecordType => Object.hasOwn(writable, type);

export function mappingOf(tree: JsonObject): Mapping<CodedContent> {
  // A patient is whose chart it is, and no record in it.
  const type = string(tree.resourceType);
  if (type === undefined || type === 'Patient')
    throw new UnreadableResource('no record type for this resource');
  return mappings[recordTypeOf(tree)];
}
