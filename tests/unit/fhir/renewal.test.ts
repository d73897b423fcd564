import { parse } from 'lossless-json';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { ImpossibleMove } from '#lib/fhir/impossible-move';
import { assertedByPatient, confirmedAllergy } from '#lib/fhir/patient-reported';
import { completePrescription, renewedPrescription } from '#lib/fhir/renewal';
import { toResource } from '#lib/fhir/resource';

const renewal = {
  id: 'new',
  before: 'old',
  practitioner_id: 'doctor',
  recorded_at: Temporal.Instant.from('2026-11-30T09:00:00Z'),
};

const received = `{"resourceType":"MedicationRequest","id":"old","meta":{"versionId":"7","security":[{"code":"R"}]},
  "identifier":[{"value":"RX-1"}],"status":"active","intent":"order","subject":{"reference":"Patient/p"},
  "encounter":{"reference":"Encounter/e"},"authoredOn":"2020-01-01","text":{"status":"generated","div":"<div/>"},
  "medicationCodeableConcept":{"text":"Metformin","extension":[{"url":"x","valueString":"y"}]},
  "dosageInstruction":[{"text":"1 tablet","timing":{"repeat":{"boundsPeriod":{"start":"2020"},"frequency":1.0}}},
    {"timing":{"repeat":{"boundsPeriod":{"end":"2021"}}}}],
  "dispenseRequest":{"validityPeriod":{"end":"2021"},"numberOfRepeatsAllowed":2,"quantity":{"value":60.0}}}`;

it('carries over what was ordered, to the last digit, and nothing that belongs to the old order', () => {
  const text = renewedPrescription(received, renewal);
  expect(JSON.parse(text)).toEqual({
    resourceType: 'MedicationRequest',
    id: 'new',
    meta: { security: [{ code: 'R' }] },
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: 'Metformin', extension: [{ url: 'x', valueString: 'y' }] },
    subject: { reference: 'Patient/p' },
    dosageInstruction: [{ text: '1 tablet', timing: { repeat: { frequency: 1 } } }],
    dispenseRequest: { numberOfRepeatsAllowed: 2, quantity: { value: 60 } },
    authoredOn: '2026-11-30T09:00:00Z',
    requester: { reference: 'Practitioner/doctor' },
    priorPrescription: { reference: 'MedicationRequest/old' },
  });
  expect(text).toContain('"frequency":1.0');
  expect(text).toContain('"value":60.0');
});

it('completes the old order, and touches nothing else of it', () => {
  const before = parse(received) as object;
  expect(parse(completePrescription(received))).toEqual({ ...before, status: 'completed' });
});

it('renews and completes nothing that is not taken now', () => {
  const stopped = received.replace('"status":"active"', '"status":"stopped"');
  expect(() => renewedPrescription(stopped, renewal)).toThrow(ImpossibleMove);
  expect(() => completePrescription(stopped)).toThrow(ImpossibleMove);
});

const allergy = (status: string) =>
  toResource(
    'allergy',
    { text: 'Penicillin' },
    {
      id: 'a',
      patient_id: 'p',
      practitioner_id: null,
      by_patient: true,
      status,
      recorded_at: renewal.recorded_at,
    },
  );

it('an allergy that its patient tells of is their word, and stays it once it is confirmed', () => {
  const told = assertedByPatient(allergy('unconfirmed'));
  const patient = { reference: 'Patient/p' };
  expect(JSON.parse(told)).toMatchObject({ asserter: patient, recorder: patient });
  const confirmed = JSON.parse(confirmedAllergy(told));
  expect(confirmed).toMatchObject({ asserter: patient });
  expect(confirmed.verificationStatus.coding[0].code).toBe('confirmed');
  expect(() => confirmedAllergy(allergy('confirmed'))).toThrow(ImpossibleMove);
});

it('a measurement names its patient as performer', () => {
  const text = toResource(
    'vital_sign',
    {
      text: 'Blood pressure',
      code: '85354-9',
      code_system: 'http://loinc.org',
      systolic: '128',
      diastolic: '81',
    },
    { id: 'v', patient_id: 'p', practitioner_id: null, by_patient: true, recorded_at: renewal.recorded_at },
  );
  const tree = JSON.parse(assertedByPatient(text));
  expect(tree.performer).toEqual([{ reference: 'Patient/p' }]);
  expect(tree).not.toHaveProperty('asserter');
  expect(tree.component).toHaveLength(2);
});
