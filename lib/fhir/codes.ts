/** Code systems by the URI that FHIR R4 gives them. */
export const systems = {
  clinicalStatus: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
  verificationStatus: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
  conditionCategory: 'http://terminology.hl7.org/CodeSystem/condition-category',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  reportCategory: 'http://terminology.hl7.org/CodeSystem/v2-0074',
  // As it was called before R4.
  reportCategoryOfVersion2: 'http://hl7.org/fhir/v2/0074',
  interpretation: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
  dataAbsentReason: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  allergyClinical: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical',
  allergyVerification: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  confidentiality: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  documentCategory: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category',
  resourceStatus: 'http://hl7.org/fhir/resource-status',
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

export const allergyStatuses = ['active', 'inactive', 'resolved'] as const;
export const allergyKinds = ['allergy', 'intolerance'] as const;
export const allergyCategories = ['food', 'medication', 'environment', 'biologic'] as const;
export const criticalities = ['low', 'high', 'unable-to-assess'] as const;
/** From the mildest to the worst. */
export const severities = ['mild', 'moderate', 'severe'] as const;

/** v3-ActCode, the kinds of encounter, with the display that HL7 gives each code. */
export const encounterClasses = {
  AMB: 'ambulatory',
  EMER: 'emergency',
  FLD: 'field',
  HH: 'home health',
  IMP: 'inpatient encounter',
  ACUTE: 'inpatient acute',
  NONAC: 'inpatient non-acute',
  OBSENC: 'observation encounter',
  PRENC: 'pre-admission',
  SS: 'short stay',
  VR: 'virtual',
} as const;
export type EncounterClass = keyof typeof encounterClasses;

/** data-absent-reason, with the display that HL7 gives each code. */
export const absentReasons = {
  unknown: 'Unknown',
  'asked-unknown': 'Asked But Unknown',
  'asked-declined': 'Asked But Declined',
  'not-asked': 'Not Asked',
  'not-performed': 'Not Performed',
  'not-applicable': 'Not Applicable',
  masked: 'Masked',
  error: 'Error',
} as const;
export type AbsentReason = keyof typeof absentReasons;

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
