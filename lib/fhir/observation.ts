import type { Observation } from '@medplum/fhirtypes';
import { interpretations, systems } from './codes';
import { commentPart } from './comment';
import { absentReasonShown, componentsShown } from './components';
import { conceptOf, conceptPart } from './concept';
import type { LabResultContent } from './content-view';
import { put } from './edit';
import { interpretationCode } from './interpretation';
import { type Lossless, string } from './json';
import { observationLifecycle } from './lifecycle';
import type { WritableMapping } from './mapping';
import { measurementPart } from './measurement';
import { dateAt, periodAt } from './occurred';
import type { Part } from './part';
import { referenceRangePart } from './reference-range';
import { statusWarnings } from './unfinished';

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

export const observationMapping: WritableMapping<LabResultContent> = {
  recordType: 'lab_result',
  resourceType: 'Observation',
  // The range is read in the unit of the value, so the value comes first.
  parts: [conceptPart('code'), measurementPart, referenceRangePart, interpretation, commentPart],
  shown: [absentReasonShown, componentsShown],
  firstStatuses: ['final', 'preliminary', 'registered'],
  skeleton: ({ id, patient, author, occurred, recorded }, status) =>
    ({
      resourceType: 'Observation',
      id,
      status: status as Observation['status'],
      category: [conceptOf(systems.observationCategory, 'laboratory', 'Laboratory')],
      subject: patient,
      effectiveDateTime: occurred,
      issued: recorded,
      ...(author && { performer: [author] }),
    }) satisfies Lossless<Omit<Observation, 'code'>>,
  status: (tree) => string(tree.status) ?? 'unknown',
  occurred: (tree, zone) =>
    dateAt(tree.effectiveDateTime ?? tree.effectiveInstant, zone) ??
    periodAt(tree.effectivePeriod, zone) ??
    dateAt(tree.issued, zone),
  warnings: statusWarnings,
  enterInError: (tree) => put(tree, 'status', 'entered-in-error'),
  lifecycle: observationLifecycle,
  amended(tree, changed, recorded) {
    // ObservationStatus: `corrected` when the result itself was wrong, `amended` for what was added or said about it.
    const wrong = changed.some((key) => !['reference_range', 'interpretation', 'comment'].includes(key));
    if (tree.status === 'final' || (tree.status === 'amended' && wrong))
      put(tree, 'status', wrong ? 'corrected' : 'amended');
    put(tree, 'issued', recorded);
  },
};
