import type { JsonObject } from '../json';

interface Written {
  readonly patient_id: string;
  readonly resource_type: string;
  readonly record_id: string;
  readonly version: number;
  /** The version that it followed; null for the first. */
  readonly previous: number | null;
  /** An instant. */
  readonly recorded: string;
  readonly practitioner_id: string | null;
  readonly by_patient: boolean;
  /** Where it was received from; null for what was written here. */
  readonly source: string | null;
}

const system = {
  operation: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation',
  participant: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
};

/** Who wrote a version, when, and from what (R4, "Provenance"). */
export function provenanceResource(written: Written): JsonObject {
  const { resource_type, record_id, version, previous, recorded } = written;
  const versioned = (number: number) => `${resource_type}/${record_id}/_history/${number}`;
  return {
    resourceType: 'Provenance',
    target: [{ reference: versioned(version) }],
    recorded,
    activity: { coding: [{ system: system.operation, code: previous === null ? 'CREATE' : 'UPDATE' }] },
    agent: [agentOf(written)],
    ...entityOf(written, versioned),
  };
}

function agentOf({ patient_id, practitioner_id, by_patient, source }: Written): JsonObject {
  const type = (code: string) => ({ coding: [{ system: system.participant, code }] });
  if (practitioner_id !== null)
    return { type: type('author'), who: { reference: `Practitioner/${practitioner_id}` } };
  if (by_patient) return { type: type('author'), who: { reference: `Patient/${patient_id}` } };
  // Whoever brought it in is not its author, and of an author without a chart or a desk here nothing is told.
  return source === null
    ? { type: type('author'), who: { display: 'MediSecure' } }
    : { type: type('enterer'), who: { display: 'Import' } };
}

function entityOf({ previous, source }: Written, versioned: (number: number) => string): JsonObject {
  if (previous !== null) return { entity: [{ role: 'revision', what: { reference: versioned(previous) } }] };
  return source === null ? {} : { entity: [{ role: 'source', what: { display: source } }] };
}
