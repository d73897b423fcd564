import type { Condition } from '@medplum/fhirtypes';
import { systems } from './codes';
import { codingOf, conceptOf, conceptPart } from './concept';
import type { DiagnosisContent } from './content-view';
import { clearChoice, put } from './edit';
import type { JsonObject, Lossless } from './json';
import type { WritableMapping } from './mapping';
import { dateAt, periodAt } from './occurred';
import { onsetPart } from './onset';
import type { Part } from './part';

const ended = ['inactive', 'remission', 'resolved'];

const clinicalStatus: Part<DiagnosisContent> = {
  keys: ['clinical_status'],
  read: (tree) => ({ clinical_status: codingOf(tree.clinicalStatus, systems.clinicalStatus) }),
  write(tree, { clinical_status: code }) {
    put(tree, 'clinicalStatus', code === undefined ? undefined : conceptOf(systems.clinicalStatus, code));
    // con-4: what has abated is inactive, in remission or resolved; so what has not, has no abatement.
    if (code === undefined || !ended.includes(code)) clearChoice(tree, 'abatement');
  },
};

function verification(tree: JsonObject): string | undefined {
  return codingOf(tree.verificationStatus, systems.verificationStatus);
}

function verify(tree: JsonObject, code: string): void {
  put(tree, 'verificationStatus', conceptOf(systems.verificationStatus, code));
}

export const conditionMapping: WritableMapping<DiagnosisContent> = {
  recordType: 'diagnosis',
  resourceType: 'Condition',
  parts: [conceptPart('code'), clinicalStatus, onsetPart],
  firstStatuses: ['confirmed', 'provisional', 'differential', 'unconfirmed', 'refuted'],
  skeleton: ({ id, patient, author, occurred }, status) =>
    ({
      resourceType: 'Condition',
      id,
      verificationStatus: conceptOf(systems.verificationStatus, status),
      category: [conceptOf(systems.conditionCategory, 'encounter-diagnosis', 'Encounter Diagnosis')],
      subject: patient,
      recordedDate: occurred,
      ...(author && { recorder: author }),
    }) satisfies Lossless<Condition>,
  status: (tree) =>
    verification(tree) === 'entered-in-error'
      ? 'entered-in-error'
      : (codingOf(tree.clinicalStatus, systems.clinicalStatus) ?? 'unknown'),
  occurred: (tree, zone) =>
    dateAt(tree.recordedDate, zone) ?? dateAt(tree.onsetDateTime, zone) ?? periodAt(tree.onsetPeriod, zone),
  warnings: (tree) => (verification(tree) === 'refuted' ? ['refuted'] : []),
  lifecycle: {
    draft: (tree) => verify(tree, 'provisional'),
    sign: (tree) => verify(tree, 'confirmed'),
  },
  amended: () => undefined,
  // con-5: a Condition entered in error has no clinical status; then con-4 takes its abatement too.
  enterInError(tree) {
    verify(tree, 'entered-in-error');
    put(tree, 'clinicalStatus', undefined);
    clearChoice(tree, 'abatement');
  },
};
