import type { Temporal } from 'temporal-polyfill';
import { valueCounts } from '#lib/domain/counting-value';
import { statesNoAllergy } from './allergy-intolerance';
import { isCircumstance } from './circumstances';
import { systems } from './codes';
import { type CodedContent, plainTerm } from './concept';
import type { WritableRecordType } from './content';
import type { ContentByType } from './content-view';
import { encounterIdOf, linkEncounter } from './encounter-link';
import { ImpossibleMove } from './impossible-move';
import { isCritical } from './interpretation';
import { type JsonObject, parseResource, parseStored, printResource, string } from './json';
import { labFlag } from './lab-flag';
import { labKey } from './lab-names';
import type { Origin, WritableMapping } from './mapping';
import { mappingOf, writable } from './mappings';
import { typeWords } from './other';
import { readParts, writeChanged } from './part';
import { recordTypeOf } from './record-type';
import type { AnyRecordView, Warning } from './record-view';
import { resultCategoryOf } from './result-category';
import { sensitivityOf } from './sensitivity';
import { stageOf } from './stage';

interface RecordContext {
  readonly id: string;
  readonly patient_id: string;
  readonly practitioner_id: string | null;
  /** A FHIR date or dateTime as the caller gave it. */
  readonly occurred_at?: string | undefined;
  readonly recorded_at: Temporal.Instant;
  /** The patient wrote it of themselves. */
  readonly by_patient?: boolean | undefined;
  /** The encounter of ours, of the same chart, during which it was. */
  readonly encounter_id?: string | undefined;
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
  if (context.encounter_id !== undefined) linkEncounter(tree, context.encounter_id);
  return printResource(tree);
}

function originOf(context: RecordContext): Origin {
  const recorded = context.recorded_at.toString();
  const patient = { reference: `Patient/${context.patient_id}` };
  const practitioner =
    context.practitioner_id === null ? null : { reference: `Practitioner/${context.practitioner_id}` };
  return {
    id: context.id,
    patient,
    author: practitioner ?? (context.by_patient ? patient : null),
    occurred: context.occurred_at ?? recorded,
    recorded,
  };
}

/** What the resource says. The zone of the clinic gives a date without a time its hours. */
export function fromResource(text: string, zone: string): AnyRecordView {
  return viewOf(parseStored(text), zone);
}

/** The same of a resource that has been parsed already. */
export function viewOf(tree: JsonObject, zone: string): AnyRecordView {
  const mapping = mappingOf(tree);
  const content = readParts([...mapping.parts, ...(mapping.shown ?? [])], tree);
  const resource_type = string(tree.resourceType) ?? '';
  const status = mapping.status(tree);
  return {
    record_type: mapping.recordType,
    resource_type,
    content,
    status,
    entered_in_error: status === 'entered-in-error',
    // Read when it is asked for: most readers show the date as it was written, and a moment is dear to read.
    get occurred() {
      return mapping.occurred(tree, zone);
    },
    title: titleOf(content) || typeWords(resource_type),
    warnings: [...modifierWarning(tree), ...mapping.warnings(tree)],
    lab_key: labKey(content),
    circumstance: mapping.recordType === 'diagnosis' && isCircumstance(content),
    no_known_allergy: statesNoAllergy(tree),
    encounter_id: encounterIdOf(tree),
    stage: stageOf(tree, status),
    sensitivity: sensitivityOf(tree),
    get result_category() {
      return resultCategoryOf(tree);
    },
    critical: valueCounts({ status }) && isCritical(tree),
    get flag() {
      return mapping.recordType === 'lab_result' && valueCounts({ status }) ? labFlag(tree) : null;
    },
    // One row of the table of mappings: its type and its content belong together.
  } as AnyRecordView;
}

const titleOf = ({ text, code_system }: CodedContent) =>
  code_system === systems.snomed ? plainTerm(text) : text;

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
  if (recordTypeOf(tree) !== recordType) throw new ImpossibleMove('another type of record');
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

const hasModifier = (tree: JsonObject) =>
  Array.isArray(tree.modifierExtension) && tree.modifierExtension.length > 0;

function modifierWarning(tree: JsonObject): Warning[] {
  return hasModifier(tree) ? ['unknown_modifier'] : [];
}
