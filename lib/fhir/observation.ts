import type { Observation } from '@medplum/fhirtypes';
import { interpretations, systems } from './codes';
import { conceptOf, conceptPart, plainTerm } from './concept';
import type { LabResultContent } from './content-view';
import { put } from './edit';
import { flagOf, interpretationCode } from './interpretation';
import { at, type JsonObject, type Lossless, list, object, string } from './json';
import type { WritableMapping } from './mapping';
import { measurementPart } from './measurement';
import { dateAt, periodAt } from './occurred';
import type { Part } from './part';
import { unitOf, unitWords, valueText } from './quantity';
import type { Piece } from './record-view';
import { normalRange, rangeUnit, referenceRangePart } from './reference-range';

const interpretation: Part<LabResultContent> = {
  keys: ['interpretation'],
  read: (tree) => ({ interpretation: interpretationCode(tree) }),
  write(tree, { interpretation: code }) {
    const display = Object.entries(interpretations).find(([known]) => known === code)?.[1];
    put(
      tree,
      'interpretation',
      code === undefined ? undefined : [conceptOf(systems.interpretation, code, display)],
    );
  },
};

const comment: Part<LabResultContent> = {
  keys: ['comment'],
  read: (tree) => ({ comment: notes(tree) }),
  write: (tree, content) =>
    put(tree, 'note', content.comment === undefined ? undefined : [{ text: content.comment }]),
};

function notes(tree: JsonObject): string | undefined {
  const texts = list(tree.note).flatMap((note) => string(at(note, 'text')) ?? []);
  return texts.length === 0 ? undefined : texts.join('\n\n');
}

function pieces(tree: JsonObject, content: LabResultContent): Piece[] {
  const { value, comparator, comment: text } = content;
  const unit = unitWords(tree.valueQuantity);
  const reason = string(at(tree.dataAbsentReason, 'coding', 0, 'code')) ?? 'unknown';
  const range = normalRange(tree);
  const flag = flagOfTree(tree, range);
  return [
    value === undefined
      ? { kind: 'absent', reason }
      : { kind: 'value', comparator, value: shownValue(tree, value), unit },
    ...(flag ? [{ kind: 'flag', ...flag } as const] : []),
    ...(range ? [rangePiece(range)] : []),
    ...(text === undefined ? [] : [{ kind: 'comment', text } as const]),
  ];
}

/** Words without a SNOMED tag. The content keeps them as received. */
function shownValue(tree: JsonObject, value: string): string {
  return tree.valueCodeableConcept === undefined ? value : plainTerm(value);
}

function rangePiece(range: JsonObject): Piece {
  const unit = unitWords(range.low) ?? unitWords(range.high);
  return {
    kind: 'range',
    low: valueText(range.low),
    high: valueText(range.high),
    text: string(range.text),
    unit,
  };
}

function flagOfTree(tree: JsonObject, range: JsonObject | undefined) {
  const quantity = object(tree.valueQuantity);
  const value = valueText(quantity);
  const measured =
    value === undefined ? null : { value, comparator: string(quantity?.comparator), unit: unitOf(quantity) };
  return flagOf(interpretationCode(tree), measured, applicable(range));
}

/** A range that is bound to an age or a group of people is not ours to apply. */
function applicable(range: JsonObject | undefined) {
  if (!range || range.age !== undefined || range.appliesTo !== undefined) return null;
  return { low: valueText(range.low), high: valueText(range.high), unit: rangeUnit(range) };
}

export const observationMapping: WritableMapping<LabResultContent> = {
  recordType: 'lab_result',
  resourceType: 'Observation',
  // The range is read in the unit of the value, so the value comes first.
  parts: [conceptPart('code'), measurementPart, referenceRangePart, interpretation, comment],
  firstStatuses: ['final', 'preliminary', 'registered'],
  skeleton: ({ id, patient, practitioner, occurred, recorded }, status) =>
    ({
      resourceType: 'Observation',
      id,
      status: status as Observation['status'],
      category: [conceptOf(systems.observationCategory, 'laboratory', 'Laboratory')],
      subject: patient,
      effectiveDateTime: occurred,
      issued: recorded,
      ...(practitioner && { performer: [practitioner] }),
    }) satisfies Lossless<Omit<Observation, 'code'>>,
  status: (tree) => string(tree.status) ?? 'unknown',
  occurred: (tree, zone) =>
    dateAt(tree.effectiveDateTime ?? tree.effectiveInstant, zone) ??
    periodAt(tree.effectivePeriod, zone) ??
    dateAt(tree.issued, zone),
  pieces,
  warnings: (tree) =>
    ['preliminary', 'registered'].includes(string(tree.status) ?? '') ? ['preliminary'] : [],
  enterInError: (tree) => put(tree, 'status', 'entered-in-error'),
  amended(tree, changed, recorded) {
    // ObservationStatus: `corrected` when the result itself was wrong, `amended` for what was added or said about it.
    const wrong = changed.some((key) => !['reference_range', 'interpretation', 'comment'].includes(key));
    if (tree.status === 'final' || (tree.status === 'amended' && wrong))
      put(tree, 'status', wrong ? 'corrected' : 'amended');
    put(tree, 'issued', recorded);
  },
};
