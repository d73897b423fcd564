import type { Condition } from '@medplum/fhirtypes';
import { systems } from './codes';
import { codingOf, conceptOf, conceptPart } from './concept';
import type { DiagnosisContent } from './content-view';
import { clearChoice, put } from './edit';
import { type JsonObject, type Lossless, string } from './json';
import type { WritableMapping } from './mapping';
import { dateAt, periodAt } from './occurred';
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

const onset: Part<DiagnosisContent> = {
  keys: ['onset'],
  read: (tree) => ({ onset: string(tree.onsetDateTime) }),
  write(tree, content) {
    clearChoice(tree, 'onset', 'onsetDateTime');
    put(tree, 'onsetDateTime', content.onset);
  },
};

function verification(tree: JsonObject): string | undefined {
  return codingOf(tree.verificationStatus, systems.verificationStatus);
}

export const conditionMapping: WritableMapping<DiagnosisContent> = {
  recordType: 'diagnosis',
  resourceType: 'Condition',
  parts: [conceptPart('code'), clinicalStatus, onset],
  firstStatuses: ['confirmed', 'provisional', 'differential', 'unconfirmed', 'refuted'],
  skeleton: ({ id, patient, practitioner, occurred }, status) =>
    ({
      resourceType: 'Condition',
      id,
      verificationStatus: conceptOf(systems.verificationStatus, status),
      category: [conceptOf(systems.conditionCategory, 'encounter-diagnosis', 'Encounter Diagnosis')],
      subject: patient,
      recordedDate: occurred,
      ...(practitioner && { recorder: practitioner }),
    }) satisfies Lossless<Condition>,
  status: (tree) =>
    verification(tree) === 'entered-in-error'
      ? 'entered-in-error'
      : (codingOf(tree.clinicalStatus, systems.clinicalStatus) ?? 'unknown'),
  occurred: (tree, zone) =>
    dateAt(tree.recordedDate, zone) ?? dateAt(tree.onsetDateTime, zone) ?? periodAt(tree.onsetPeriod, zone),
  warnings: (tree) => (verification(tree) === 'refuted' ? ['refuted'] : []),
  amended: () => undefined,
  // con-5: a Condition entered in error has no clinical status; then con-4 takes its abatement too.
  enterInError(tree) {
    put(tree, 'verificationStatus', conceptOf(systems.verificationStatus, 'entered-in-error'));
    put(tree, 'clinicalStatus', undefined);
    clearChoice(tree, 'abatement');
  },
};
