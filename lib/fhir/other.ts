import { absentReason, componentsOf, measuredWords } from './components';
import { conceptText, readConcept } from './concept';
import type { OtherContent } from './content-view';
import { put } from './edit';
import { ImpossibleMove } from './impossible-move';
import { at, type Json, type JsonObject, list, string } from './json';
import type { Mapping } from './mapping';
import { dateAt, periodAt } from './occurred';
import { statusWarnings } from './unfinished';

/** Elements by which resources of R4 say what they are about, the most telling first. */
const naming = ['code', 'medicationCodeableConcept', 'type', 'class', 'scope'];

const firstOf = (value: Json | undefined): Json | undefined => (Array.isArray(value) ? value[0] : value);

function concept(tree: JsonObject): Json | undefined {
  return naming.map((key) => firstOf(tree[key])).find((one) => conceptText(one) !== undefined);
}

function name(tree: JsonObject): string {
  const words = [
    ...['title', 'name'].map((key) => string(tree[key])),
    conceptText(concept(tree)),
    string(at(tree.medicationReference, 'display')),
    string(at(tree.deviceName, 0, 'name')),
    ...['description', 'display'].map((key) => string(tree[key]) ?? conceptText(tree[key])),
    conceptText(firstOf(tree.category)),
  ];
  return words.find((one) => one !== undefined) ?? typeWords(string(tree.resourceType) ?? '');
}

/** `ImagingStudy` as a person would write it. */
export function typeWords(resourceType: string): string {
  return resourceType
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/^./, (first) => first.toUpperCase());
}

const periods = [
  'effectivePeriod',
  'performedPeriod',
  'occurrencePeriod',
  'period',
  'billablePeriod',
  'servicedPeriod',
];
const moments = [
  ...['effectiveDateTime', 'effectiveInstant', 'performedDateTime', 'occurrenceDateTime', 'authoredOn'],
  ...[
    'authored',
    'started',
    'recordedDate',
    'recorded',
    'startDate',
    'date',
    'sent',
    'created',
    'issued',
    'start',
  ],
];

function occurred(tree: JsonObject, zone: string) {
  for (const key of moments.slice(0, 4)) {
    const found = dateAt(tree[key], zone);
    if (found) return found;
  }
  for (const key of periods) {
    const found = periodAt(tree[key], zone);
    if (found) return found;
  }
  for (const key of moments.slice(4)) {
    const found = dateAt(tree[key], zone);
    if (found) return found;
  }
  return null;
}

/** Resources whose required statuses have no word for an error, so that none can be said. */
const withoutError = [
  ...[
    'Patient',
    'Practitioner',
    'PractitionerRole',
    'Organization',
    'Location',
    'HealthcareService',
    'Person',
  ],
  ...[
    'RelatedPerson',
    'Provenance',
    'AuditEvent',
    'OperationOutcome',
    'Subscription',
    'Binary',
    'Bundle',
    'Basic',
  ],
  ...['AppointmentResponse', 'Schedule', 'BodyStructure', 'Parameters', 'Substance'],
];

/** What is kept whole, and only read: what it is called, how it stands, when it was. */
export const otherMapping: Mapping<OtherContent> = {
  recordType: 'other',
  resourceType: '',
  parts: [
    {
      keys: ['text', 'code', 'code_system'],
      read: (tree) => ({ ...readConcept(concept(tree)), text: name(tree) }),
      write: () => undefined,
    },
    {
      keys: ['value', 'absent_reason', 'components'],
      read: (tree) => ({
        value: measuredWords(tree),
        absent_reason: absentReason(tree),
        ...componentsOf(tree),
      }),
      write: () => undefined,
    },
    {
      keys: ['conclusion'],
      read: (tree) => ({ conclusion: string(tree.conclusion) }),
      write: () => undefined,
    },
  ],
  status: (tree) => string(tree.status) ?? string(tree.lifecycleStatus) ?? 'unknown',
  occurred,
  warnings: (tree) => [
    ...(tree.doNotPerform === true || tree.status === 'not-done' ? (['not_done'] as const) : []),
    ...statusWarnings(tree),
  ],
  enterInError(tree) {
    const key = tree.resourceType === 'Goal' ? 'lifecycleStatus' : 'status';
    if (withoutError.includes(string(tree.resourceType) ?? '') || list(tree[key]).length > 0)
      throw new ImpossibleMove('has no status for an error');
    put(tree, key, 'entered-in-error');
  },
};
