import type { Scope } from '#lib/policy/scopes';

/** Every table, and whose rows they are. A new one has to be put somewhere. */
export const chartTables = {
  // Whoever sees a visit reads whose it is.
  patients: 'read:appointments',
  patient_keys: 'read:appointments',
  medical_records: 'read:records',
  medical_record_versions: 'read:records',
  blobs: 'read:records',
  result_reviews: 'read:records',
  appointments: 'read:appointments',
} as const satisfies Record<string, Scope>;
export const accountTables = ['users', 'user_profiles'];
export const ownTables = [
  ...['sessions', 'refresh_tokens', 'factors', 'user_devices'],
  ...['single_use_tickets', 'password_history', 'calendar_feeds'],
];
export const sharedTables = ['clinics', 'practitioners', 'availability_rules'];
export const closedTables = ['pending_signups', 'encryption_keys', 'outbox'];
export const otherwise = [
  'audit_logs',
  'blob_chunks',
  'profile_pictures',
  'care_relationships',
  'carer_invitations',
  'throttle_counters',
  'account_reasons',
  'approvals',
  'drafts',
  // As visible as what they are about: a version (tests/rls/reasons.test.ts), a record.
  ...['reasons', 'amendment_requests', 'refill_requests'],
  'release_preferences',
  // What may be booked: everybody who is signed in reads it. A visit's changes are as visible as the visit.
  ...['services', 'rooms', 'clinic_hours', 'clinic_closures', 'practitioner_services', 'absences'],
  ...['practitioner_calendars', 'availability_overrides', 'appointment_transitions'],
  // Who waits, and for what: the patient's side and the doctor who is waited for (tests/rls/waiting-list.test.ts).
  ...['waiting_list_entries', 'waiting_list_offers'],
  // As visible as a visit's note (tests/operations/visit-answers/answers.test.ts); what is asked is no secret.
  ...['visit_answers', 'service_questionnaires'],
  ...['reminder_settings', 'reminder_texts', 'visit_reminders'],
  'exports',
  ...['export_charts', 'export_files', 'recovery_codes'],
  ...['sms_codes', 'webauthn_challenges', 'terminology_codes', 'imports', 'import_issues', 'import_chunks'],
];
