import type { Immunization } from '@medplum/fhirtypes';
import { LosslessNumber } from 'lossless-json';
import { commentPart } from './comment';
import { conceptPart, wordsPart } from './concept';
import type { ImmunizationContent } from './content-view';
import { clearChoice, put } from './edit';
import { at, type JsonObject, type Lossless, list, literal, object, string } from './json';
import { statusLifecycle } from './lifecycle';
import type { WritableMapping } from './mapping';
import { notDonePart } from './not-done';
import { dateAt } from './occurred';
import type { Part } from './part';

const lotNumber: Part<ImmunizationContent> = {
  keys: ['lot_number'],
  read: (tree) => ({ lot_number: string(tree.lotNumber) }),
  write: (tree, content) => put(tree, 'lotNumber', content.lot_number),
};

const protocol = (tree: JsonObject) => object(at(tree.protocolApplied, 0));

/** A protocol without the number of its dose is none (R4 requires it), so it goes with the number. */
const doseNumber: Part<ImmunizationContent> = {
  keys: ['dose_number'],
  read: (tree) => ({
    dose_number: literal(protocol(tree)?.doseNumberPositiveInt) ?? string(protocol(tree)?.doseNumberString),
  }),
  write(tree, { dose_number: dose }) {
    const rest = list(tree.protocolApplied).slice(1);
    const first = dose === undefined ? [] : [withDose(protocol(tree) ?? {}, dose)];
    const all = [...first, ...rest];
    put(tree, 'protocolApplied', all.length === 0 ? undefined : all);
  },
};

function withDose(applied: JsonObject, dose: string): JsonObject {
  const changed = { ...applied };
  clearChoice(changed, 'doseNumber');
  if (/^[1-9]\d{0,5}$/.test(dose)) changed.doseNumberPositiveInt = new LosslessNumber(dose);
  else changed.doseNumberString = dose;
  return changed;
}

export const immunizationMapping: WritableMapping<ImmunizationContent> = {
  recordType: 'immunization',
  resourceType: 'Immunization',
  parts: [
    conceptPart('vaccineCode'),
    notDonePart('completed', 'completed'),
    wordsPart('status_reason', 'statusReason', 'one'),
    lotNumber,
    doseNumber,
    wordsPart('site', 'site', 'one'),
    commentPart,
  ],
  firstStatuses: ['completed', 'not-done'],
  skeleton: ({ id, patient, author, occurred }, status) =>
    ({
      resourceType: 'Immunization',
      id,
      status: status as Immunization['status'],
      patient,
      occurrenceDateTime: occurred,
      primarySource: author !== null,
      ...(author && { performer: [{ actor: author }] }),
    }) satisfies Lossless<Omit<Immunization, 'vaccineCode'>>,
  status: (tree) => string(tree.status) ?? 'unknown',
  occurred: (tree, zone) => dateAt(tree.occurrenceDateTime, zone) ?? dateAt(tree.recorded, zone),
  warnings: (tree) => (tree.status === 'not-done' ? ['not_done'] : []),
  // R4 knows no status of an immunization that is still being written: its tag alone tells the draft.
  lifecycle: statusLifecycle('completed', 'completed'),
  amended: () => undefined,
  enterInError: (tree) => put(tree, 'status', 'entered-in-error'),
};
