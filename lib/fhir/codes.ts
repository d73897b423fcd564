/** Code systems by the URI that FHIR R4 gives them. */
export const systems = {
  clinicalStatus: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
  verificationStatus: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
  conditionCategory: 'http://terminology.hl7.org/CodeSystem/condition-category',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  reportCategory: 'http://terminology.hl7.org/CodeSystem/v2-0074',
  interpretation: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
  dataAbsentReason: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  snomed: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
  ucum: 'http://unitsofmeasure.org',
} as const;

export const clinicalStatuses = [
  'active',
  'recurrence',
  'relapse',
  'inactive',
  'remission',
  'resolved',
] as const;

/** Quantity.comparator of R4; `ad` came with R5. */
export const comparators = ['<', '<=', '>=', '>'] as const;

/** v3-ObservationInterpretation, what laboratories send, with the display that HL7 gives each code. */
export const interpretations = {
  N: 'Normal',
  L: 'Low',
  H: 'High',
  LL: 'Critical low',
  HH: 'Critical high',
  LU: 'Significantly low',
  HU: 'Significantly high',
  A: 'Abnormal',
  AA: 'Critical abnormal',
  '<': 'Off scale low',
  '>': 'Off scale high',
  POS: 'Positive',
  NEG: 'Negative',
  IND: 'Indeterminate',
  E: 'Equivocal',
  DET: 'Detected',
  ND: 'Not detected',
  RR: 'Reactive',
  WR: 'Weakly reactive',
  NR: 'Non-reactive',
  S: 'Susceptible',
  I: 'Intermediate',
  R: 'Resistant',
  B: 'Better',
  W: 'Worse',
  U: 'Significant change up',
  D: 'Significant change down',
} as const;
export type InterpretationCode = keyof typeof interpretations;
export const interpretationCodes = Object.keys(interpretations) as [
  InterpretationCode,
  ...InterpretationCode[],
];
