import type { Observation } from '@medplum/fhirtypes';
import { bloodPressurePart, isPressureShown } from './blood-pressure';
import { absentReasons, systems } from './codes';
import { commentPart } from './comment';
import { absentReason, componentsOf } from './components';
import { conceptOf, conceptPart } from './concept';
import type { VitalSignContent } from './content-view';
import { put } from './edit';
import type { Lossless } from './json';
import type { WritableMapping } from './mapping';
import { readMeasurement, writeMeasurement } from './measurement';
import { observationMapping } from './observation';
import type { Part } from './part';

/** vs-2: a value, components, or the reason why there is neither. */
const measurement: Part<VitalSignContent> = {
  keys: ['value', 'comparator', 'unit', 'absent_reason'],
  read: (tree) => ({ ...readMeasurement(tree), absent_reason: absentReason(tree) }),
  write(tree, content) {
    writeMeasurement(tree, content);
    const { value, absent_reason: code } = content;
    if (value !== undefined) return;
    const display = Object.entries(absentReasons).find(([known]) => known === code)?.[1];
    const reason = code === undefined ? undefined : conceptOf(systems.dataAbsentReason, code, display);
    put(tree, 'dataAbsentReason', reason);
  },
};

/** An Observation as a laboratory's is, of another category, and with a blood pressure in one piece. */
export const vitalSignMapping: WritableMapping<VitalSignContent> = {
  ...observationMapping,
  recordType: 'vital_sign',
  parts: [conceptPart('code'), measurement, bloodPressurePart, commentPart],
  shown: [
    {
      keys: ['components'],
      read: (tree) => componentsOf(tree, isPressureShown),
      write: () => undefined,
    },
  ],
  skeleton: ({ id, patient, author, occurred, recorded }, status) =>
    ({
      resourceType: 'Observation',
      id,
      status: status as Observation['status'],
      category: [conceptOf(systems.observationCategory, 'vital-signs', 'Vital Signs')],
      subject: patient,
      effectiveDateTime: occurred,
      issued: recorded,
      ...(author && { performer: [author] }),
    }) satisfies Lossless<Omit<Observation, 'code'>>,
  amended: (tree, changed, recorded) =>
    observationMapping.amended(
      tree,
      changed.map((key) => (key === 'comment' ? 'comment' : 'value')),
      recorded,
    ),
};
