interface Searched {
  /** Where codes stand: a CodeableConcept, a Coding, an Identifier or a code. Paths are dotted. */
  readonly token?: Readonly<Record<string, string>>;
  /** Where dates stand, in whichever form the resource has. */
  readonly date?: Readonly<Record<string, readonly string[]>>;
  /** Where references stand that can be sought: `target=Condition/7`. */
  readonly reference?: Readonly<Record<string, string>>;
  /** What may be brought along, and the places of its references. */
  readonly include?: Readonly<Record<string, readonly string[]>>;
}

const subject = { patient: ['subject'], subject: ['subject'], encounter: ['encounter'] };
const status = { status: 'status' };

/**
 * What each type is searched by beside whose chart, ids and times of change (R4, "search"). One table for the door, the
 * operation and the CapabilityStatement.
 */
const searched: Readonly<Record<string, Searched>> = {
  Patient: { token: { gender: 'gender', identifier: 'identifier' }, date: { birthdate: ['birthDate'] } },
  Practitioner: { token: { identifier: 'identifier' } },
  Condition: {
    token: {
      code: 'code',
      category: 'category',
      'clinical-status': 'clinicalStatus',
      'verification-status': 'verificationStatus',
    },
    date: {
      'onset-date': ['onsetDateTime', 'onsetPeriod'],
      'recorded-date': ['recordedDate'],
    },
    include: { ...subject, asserter: ['asserter'] },
  },
  MedicationRequest: {
    token: { ...status, code: 'medicationCodeableConcept', intent: 'intent' },
    date: { authoredon: ['authoredOn'] },
    include: { ...subject, medication: ['medicationReference'], requester: ['requester'] },
  },
  Observation: {
    token: { ...status, code: 'code', category: 'category' },
    date: { date: ['effectiveDateTime', 'effectivePeriod', 'effectiveInstant'] },
    include: { ...subject, performer: ['performer'], 'has-member': ['hasMember'], specimen: ['specimen'] },
  },
  DiagnosticReport: {
    token: { ...status, code: 'code', category: 'category' },
    date: { date: ['effectiveDateTime', 'effectivePeriod'], issued: ['issued'] },
    include: { ...subject, result: ['result'], performer: ['performer'], specimen: ['specimen'] },
  },
  AllergyIntolerance: {
    token: {
      code: 'code',
      category: 'category',
      criticality: 'criticality',
      'clinical-status': 'clinicalStatus',
      'verification-status': 'verificationStatus',
    },
    date: { date: ['recordedDate'] },
    include: { patient: ['patient'], recorder: ['recorder'], asserter: ['asserter'] },
  },
  Immunization: {
    token: { ...status, 'vaccine-code': 'vaccineCode' },
    date: { date: ['occurrenceDateTime'] },
    include: { patient: ['patient'], performer: ['performer.actor'], location: ['location'] },
  },
  Procedure: {
    token: { ...status, code: 'code', category: 'category' },
    date: { date: ['performedDateTime', 'performedPeriod'] },
    include: { ...subject, performer: ['performer.actor'] },
  },
  Encounter: {
    token: { ...status, class: 'class', type: 'type' },
    date: { date: ['period'] },
    include: {
      patient: ['subject'],
      subject: ['subject'],
      participant: ['participant.individual'],
      location: ['location.location'],
      'service-provider': ['serviceProvider'],
    },
  },
  DocumentReference: {
    token: { ...status, type: 'type', category: 'category' },
    date: { date: ['date'], period: ['context.period'] },
    include: {
      patient: ['subject'],
      subject: ['subject'],
      author: ['author'],
      encounter: ['context.encounter'],
    },
  },
  Appointment: {
    token: status,
    date: { date: ['start'] },
    reference: { practitioner: 'participant.actor' },
    include: { patient: ['participant.actor'], practitioner: ['participant.actor'] },
  },
  Communication: {
    token: { ...status, category: 'category' },
    date: { sent: ['sent'] },
    include: { ...subject, sender: ['sender'] },
  },
  Provenance: {
    date: { recorded: ['recorded'] },
    reference: { target: 'target' },
    include: { target: ['target'], agent: ['agent.who'] },
  },
};

/** The types that are more than kept, in the order in which they are told of. */
export const searchedTypes: readonly string[] = Object.keys(searched);

const nothing: Searched = {};

/** What a type is searched by; of one that is only kept, nothing but whose it is. */
export const searchedBy = (type: string): Searched =>
  (Object.hasOwn(searched, type) && searched[type]) || nothing;

/** `MedicationRequest:requester`: the paths behind it; null where the type knows no such thing. */
export function includePaths(type: string, include: string): readonly string[] | null {
  const [source, name = ''] = include.split(':');
  const { include: known = {} } = searchedBy(type);
  return source === type && Object.hasOwn(known, name) ? (known[name] ?? null) : null;
}
