import { z } from 'zod';
import { uuidV7 } from './uuid-v7';

/** Tables that own an id. One branded type each, so that a patient's id never stands where a user's belongs. */
export type IdOwner =
  | 'clinics'
  | 'users'
  | 'pending_signups'
  | 'user_devices'
  | 'patients'
  | 'practitioners'
  | 'sessions'
  | 'refresh_tokens'
  | 'factors'
  | 'single_use_tickets'
  | 'password_history'
  | 'care_relationships'
  | 'carer_invitations'
  | 'availability_rules'
  | 'availability_overrides'
  | 'absences'
  | 'services'
  | 'rooms'
  | 'clinic_hours'
  | 'clinic_closures'
  | 'medical_records'
  | 'medical_record_versions'
  | 'result_reviews'
  | 'appointments'
  | 'appointment_transitions'
  | 'calendar_feeds'
  | 'visit_reminders'
  | 'waiting_list_entries'
  | 'waiting_list_offers'
  | 'service_questionnaires'
  | 'visit_answers'
  | 'refill_requests'
  | 'amendment_requests'
  | 'reasons'
  | 'audit_logs'
  | 'encryption_keys'
  | 'patient_keys'
  | 'outbox'
  | 'webauthn_challenges'
  | 'recovery_codes'
  | 'sms_codes'
  | 'approvals'
  | 'account_reasons'
  | 'drafts'
  | 'blobs'
  | 'profile_pictures'
  | 'exports'
  | 'export_charts'
  | 'export_files'
  | 'user_profiles'
  | 'imports'
  | 'import_chunks'
  | 'import_issues';

export type Id<T extends IdOwner> = string & { readonly __table: T };

const schemaFor = <T extends IdOwner>(_table: T) =>
  z.uuid().transform((value) => value.toLowerCase() as Id<T>);

export const userId = schemaFor('users');
export const patientId = schemaFor('patients');
export const practitionerId = schemaFor('practitioners');
export const sessionId = schemaFor('sessions');
export const recordId = schemaFor('medical_records');
export const appointmentId = schemaFor('appointments');
export const waitingListEntryId = schemaFor('waiting_list_entries');
export const waitingListOfferId = schemaFor('waiting_list_offers');
export const refillRequestId = schemaFor('refill_requests');
export const amendmentRequestId = schemaFor('amendment_requests');
export const clinicId = schemaFor('clinics');
export const serviceId = schemaFor('services');
export const questionnaireId = schemaFor('service_questionnaires');
export const roomId = schemaFor('rooms');
export const absenceId = schemaFor('absences');
export const closureId = schemaFor('clinic_closures');
export const deviceId = schemaFor('user_devices');
export const approvalId = schemaFor('approvals');
export const blobId = schemaFor('blobs');
export const pictureId = schemaFor('profile_pictures');
export const careRelationshipId = schemaFor('care_relationships');
export const carerInvitationId = schemaFor('carer_invitations');
export const exportId = schemaFor('exports');
export const importId = schemaFor('imports');
export const auditLogId = schemaFor('audit_logs');

/** A time-ordered UUIDv7 (RFC 9562), made by the application because PostgreSQL 15 cannot. */
export function newId<T extends IdOwner>(_table: T): Id<T> {
  return uuidV7() as Id<T>;
}
