import type { JsonObject } from '../json';

interface Disagreement {
  readonly patient_id: string;
  readonly resource_type: string;
  readonly record_id: string;
  readonly wrong: string;
  readonly wanted: string;
  /** Instants. */
  readonly requested: string;
  readonly decided: string;
  readonly disagreed: string;
  readonly decided_by: string;
  readonly answer: string;
  readonly disagreement: string;
}

const types = 'http://hl7.org/fhir/uv/patient-corrections/CodeSystem/PatientCorrectionCommunicationTypes';

/**
 * What a patient says to a denied correction, with the wish and the denial, as it goes wherever the record goes (45 CFR
 * 164.526 (d)(5)): a Communication about the record, in the category of HL7's Patient Request for Corrections.
 */
export function disagreementResource(stated: Disagreement): JsonObject {
  const { patient_id, resource_type, record_id, wrong, wanted, answer } = stated;
  const patient = { reference: `Patient/${patient_id}` };
  return {
    resourceType: 'Communication',
    status: 'completed',
    category: [
      { coding: [{ system: types, code: 'medRecCxDenialDisagree' }], text: 'Statement of disagreement' },
    ],
    subject: patient,
    about: [{ reference: `${resource_type}/${record_id}` }],
    sent: stated.disagreed,
    sender: patient,
    payload: [{ contentString: stated.disagreement }],
    note: [
      {
        authorReference: patient,
        time: stated.requested,
        text: `Asked for a correction. What is wrong: ${wrong}\n\nWhat should stand there: ${wanted}`,
      },
      { authorString: stated.decided_by, time: stated.decided, text: `Denied. ${answer}` },
    ],
  };
}
