import type { DisagreementRow } from '#db/queries/disagreements';
import type { ProvenanceRow } from '#db/queries/provenances';
import type { ChartPatientRow, PractitionerRow } from '#db/queries/resource-people';
import type { VisitRow } from '#db/queries/resource-visits';
import type { ResourceRow, ResourceVersionRow } from '#db/queries/resources';
import type { PatientKey } from '#lib/crypto/patient-key';
import { open } from '#lib/crypto/seal';
import { parseStored } from '#lib/fhir/json';
import { appointmentResource } from '#lib/fhir/rest/appointment';
import { disagreementResource } from '#lib/fhir/rest/disagreement';
import { patientResource, practitionerResource } from '#lib/fhir/rest/people';
import { provenanceResource } from '#lib/fhir/rest/provenance';
import { instantText } from '#lib/platform/instant-text';
import { chartKey } from '../patients/chart-key';
import { openIdentity } from '../patients/patient-view';
import type { Found } from './found';

/** Where nobody else's ids are spoken. */
const ownSources = ['medisecure', 'patient'];

export const foreignSource = (system: string): string | null => (ownSources.includes(system) ? null : system);

export function openRecord(row: ResourceRow, key: PatientKey): Found {
  return {
    resource_type: row.resource_type,
    id: row.id,
    version: String(row.version),
    last_updated: instantText(row.updated_at),
    tree: parseStored(open('medical_records.encrypted_content', row.id, row.encrypted_content, key)),
    source: foreignSource(row.source_system),
  };
}

export function openRecordVersion(
  record: Pick<ResourceRow, 'id' | 'resource_type' | 'source_system'>,
  row: ResourceVersionRow,
  key: PatientKey,
): Found {
  return {
    resource_type: record.resource_type,
    id: record.id,
    version: String(row.version),
    last_updated: instantText(row.recorded_at),
    tree: parseStored(open('medical_record_versions.content', row.id, row.content, key)),
    source: foreignSource(record.source_system),
  };
}

/** Rows without a number of their own are told apart by when they changed. */
const versionOf = ({ epochMilliseconds }: { readonly epochMilliseconds: number }) =>
  String(epochMilliseconds);

export function openPatient(row: ChartPatientRow): Found {
  const key = chartKey(row);
  const identity = row.identity && open('patients.identity', row.id, row.identity, key);
  return {
    resource_type: 'Patient',
    id: row.id,
    version: versionOf(row.updated_at),
    last_updated: instantText(row.updated_at),
    tree: patientResource({ ...openIdentity(row, key), identity }),
    source: null,
  };
}

export function openPractitioner({ id, created_at, closed_at, ...row }: PractitionerRow): Found {
  const changed = closed_at ?? created_at;
  const display_name = open('practitioners.display_name', id, row.display_name);
  return {
    resource_type: 'Practitioner',
    id,
    version: versionOf(changed),
    last_updated: instantText(changed),
    tree: practitionerResource({ display_name, speciality: row.speciality, is_active: closed_at === null }),
    source: null,
  };
}

export function openVisit(row: VisitRow, key: PatientKey): Found {
  const { id, patient_id, doctor_id, status, notes } = row;
  return {
    resource_type: 'Appointment',
    id,
    version: String(row.version),
    last_updated: instantText(row.updated_at),
    tree: appointmentResource({
      patient_id,
      doctor_id,
      doctor_name: open('practitioners.display_name', doctor_id, row.doctor_name),
      status,
      starts: instantText(row.scheduled_at),
      ends: instantText(row.ends_at),
      created: instantText(row.created_at),
      minutes: Math.max(1, Math.round(row.ends_at.since(row.scheduled_at).total('minutes'))),
      notes: notes && open('appointments.notes', id, notes, key),
    }),
    source: null,
  };
}

export function openProvenance(row: ProvenanceRow): Found {
  const recorded = instantText(row.recorded_at);
  return {
    resource_type: 'Provenance',
    id: row.id,
    version: '1',
    last_updated: recorded,
    tree: provenanceResource({
      ...row,
      recorded,
      source: row.has_author ? null : foreignSource(row.source_system),
    }),
    source: null,
  };
}

export function openDisagreement(row: DisagreementRow, key: PatientKey): Found {
  const { id, patient_id, resource_type, record_id, decided_by } = row;
  const disagreed = instantText(row.disagreed_at);
  return {
    resource_type: 'Communication',
    id,
    version: '1',
    last_updated: disagreed,
    tree: disagreementResource({
      ...{ patient_id, resource_type, record_id, disagreed },
      requested: instantText(row.requested_at),
      decided: instantText(row.decided_at),
      decided_by: open('practitioners.display_name', decided_by, row.decider_name),
      wrong: open('amendment_requests.wrong', id, row.wrong, key),
      wanted: open('amendment_requests.wanted', id, row.wanted, key),
      answer: open('amendment_requests.answer', id, row.answer, key),
      disagreement: open('amendment_requests.disagreement', id, row.disagreement, key),
    }),
    source: null,
  };
}
