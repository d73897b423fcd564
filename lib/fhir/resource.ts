import type { Temporal } from 'temporal-polyfill';
import { isCircumstance } from './circumstances';
import { systems } from './codes';
import { type CodedContent, plainTerm } from './concept';
import { conditionMapping } from './condition';
import type { WritableRecordType } from './content';
import type { ContentByType } from './content-view';
import { diagnosticReportMapping } from './diagnostic-report';
import { ImpossibleMove } from './impossible-move';
import { isCritical } from './interpretation';
import {
  type JsonObject,
  parseResource,
  parseStored,
  printResource,
  string,
  UnreadableResource,
} from './json';
import { labFlag } from './lab-flag';
import { labKey } from './lab-names';
import type { Mapping, WritableMapping } from './mapping';
import { medicationRequestMapping } from './medication-request';
import { observationMapping } from './observation';
import { readParts, writeChanged } from './part';
import type { AnyRecordView, Warning } from './record-view';
import { resultCategoryOf } from './result-category';

const writable: { [Type in WritableRecordType]: WritableMapping<ContentByType[Type]> } = {
  diagnosis: conditionMapping,
  prescription: medicationRequestMapping,
  lab_result: observationMapping,
};

interface RecordContext {
  readonly id: string;
  readonly patient_id: string;
  readonly practitioner_id: string | null;
  /** A FHIR date or dateTime as the caller gave it. */
  readonly occurred_at?: string | undefined;
  readonly recorded_at: Temporal.Instant;
  /** Status of a prescription or result, verification status of a diagnosis; left out: the usual one. */
  readonly status?: string | undefined;
}

/** A new FHIR R4 resource that says what the content says. */
export function toResource<Type extends WritableRecordType>(
  recordType: Type,
  content: ContentByType[Type],
  context: RecordContext,
): string {
  const mapping: WritableMapping<ContentByType[Type]> = writable[recordType];
  const [usual, ...others] = mapping.firstStatuses;
  const status = context.status ?? usual;
  if (status !== usual && !others.includes(status)) throw new ImpossibleMove(`nothing begins as ${status}`);
  const tree = mapping.skeleton(originOf(context), status) as JsonObject;
  for (const part of mapping.parts) part.write(tree, content);
  return printResource(tree);
}

function originOf(context: RecordContext) {
  const recorded = context.recorded_at.toString();
  return {
    id: context.id,
    patient: { reference: `Patient/${context.patient_id}` },
    practitioner:
      context.practitioner_id === null ? null : { reference: `Practitioner/${context.practitioner_id}` },
    occurred: context.occurred_at ?? recorded,
    recorded,
  };
}

/** What the resource says. The zone of the clinic gives a date without a time its hours. */
export function fromResource(text: string, zone: string): AnyRecordView {
  const tree = parseStored(text);
  const mapping = mappingOf(tree);
  const content = readParts(mapping.parts, tree);
  const status = mapping.status(tree);
  return {
    record_type: mapping.recordType,
    resource_type: mapping.resourceType,
    content,
    status,
    entered_in_error: status === 'entered-in-error',
    // Read when it is asked for: most readers show the date as it was written, and a moment is dear to read.
    get occurred() {
      return mapping.occurred(tree, zone);
    },
    title: content.code_system === systems.snomed ? plainTerm(content.text) : content.text,
    warnings: [...modifierWarning(tree), ...mapping.warnings(tree)],
    lab_key: labKey(content),
    circumstance: mapping.recordType === 'diagnosis' && isCircumstance(content),
    get result_category() {
      return ['lab_result', 'lab_report'].includes(mapping.recordType) ? resultCategoryOf(tree) : null;
    },
    critical: isCritical(tree),
    get flag() {
      return mapping.recordType === 'lab_result' ? labFlag(tree) : null;
    },
    // One row of the table of mappings: its type and its content belong together.
  } as AnyRecordView;
}

/**
 * The resource with another content: what the content does not express, or expresses unchanged, stays as it was
 * received, to the last digit and extension. The same content gives the same text.
 */
export function amendResource<Type extends WritableRecordType>(
  previous: string,
  recordType: Type,
  content: ContentByType[Type],
  context: { readonly recorded_at: Temporal.Instant },
): string {
  const tree = parseResource(previous);
  const mapping: WritableMapping<ContentByType[Type]> = writable[recordType];
  if (tree.resourceType !== mapping.resourceType) throw new ImpossibleMove('another type of record');
  if (mapping.status(tree) === 'entered-in-error') throw new ImpossibleMove('entered in error');
  // R4 extensibility, "modifier extensions": what is not understood must not be processed as if it were.
  if (hasModifier(tree)) throw new ImpossibleMove('carries a modifier that is not understood');
  const changed = writeChanged(mapping.parts, tree, content);
  if (changed.length === 0) return previous;
  mapping.amended(tree, changed, context.recorded_at.toString());
  return printResource(tree);
}

/** Nothing is deleted: the resource says of itself that it should never have been. */
export function markEnteredInError(previous: string): string {
  const tree = parseResource(previous);
  const mapping = mappingOf(tree);
  if (mapping.status(tree) === 'entered-in-error') throw new ImpossibleMove('entered in error already');
  mapping.enterInError(tree);
  return printResource(tree);
}

function mappingOf(tree: JsonObject): Mapping<CodedContent> {
  const all = [...Object.values(writable), diagnosticReportMapping] as Mapping<CodedContent>[];
  const found = all.find(({ resourceType }) => resourceType === string(tree.resourceType));
  if (!found) throw new UnreadableResource('no record type for this resource');
  return found;
}

const hasModifier = (tree: JsonObject) =>
  Array.isArray(tree.modifierExtension) && tree.modifierExtension.length > 0;

function modifierWarning(tree: JsonObject): Warning[] {
  return hasModifier(tree) ? ['unknown_modifier'] : [];
}
