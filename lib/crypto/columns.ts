/** A family of keys that rotate together (S24: apart for PHI, PII, MFA secrets, audit, tokens, backups). */
export const rings = ['phi', 'pii', 'secrets', 'audit', 'tokens', 'backup', 'index'] as const;
export type Ring = (typeof rings)[number];

/** The ring's byte in the header of every sealed value. Stored, so never renumbered. */
export const ringBytes = {
  patient: 0,
  phi: 1,
  pii: 2,
  secrets: 3,
  audit: 4,
  tokens: 5,
  backup: 6,
  index: 7,
} as const;

/**
 * Every column that holds PHI, PII or a secret, and the key that seals it. `patient` is the key of one patient,
 * which ring `phi` wraps: deleting it shreds what it sealed. The name is part of the sealed value's AAD, so a
 * renamed column needs a re-seal.
 */
export const sealedColumns = {
  'users.email': 'pii',
  'pending_signups.email': 'pii',
  'pending_signups.profile': 'pii',
  'user_profiles.first_name': 'pii',
  'user_profiles.last_name': 'pii',
  'user_profiles.phone_number': 'pii',
  'user_profiles.date_of_birth': 'pii',
  'user_profiles.address': 'pii',
  'user_profiles.profile_picture_url': 'pii',
  'profile_pictures.content': 'pii',
  'patients.legal_name': 'patient',
  'patients.birth_date': 'patient',
  'patients.sex': 'patient',
  'patients.identity': 'patient',
  'practitioners.display_name': 'pii',
  'medical_records.encrypted_content': 'patient',
  'medical_records.summary': 'patient',
  'medical_record_versions.content': 'patient',
  'blobs.facts': 'patient',
  'blob_chunks.content': 'patient',
  'result_reviews.comment': 'patient',
  'carer_invitations.name': 'pii',
  'carer_invitations.email': 'pii',
  'appointments.notes': 'patient',
  'appointment_transitions.reason': 'patient',
  'visit_answers.answers': 'patient',
  'refill_requests.note': 'patient',
  'refill_requests.answer': 'patient',
  'amendment_requests.wrong': 'patient',
  'amendment_requests.wanted': 'patient',
  'amendment_requests.answer': 'patient',
  'amendment_requests.disagreement': 'patient',
  'export_files.content': 'patient',
  'reasons.text': 'patient',
  'factors.secret': 'secrets',
  'factors.name': 'pii',
  'single_use_tickets.payload': 'pii',
  'approvals.reason': 'pii',
  'approvals.display_name': 'pii',
  'account_reasons.text': 'pii',
  'drafts.content': 'pii',
  'import_chunks.content': 'pii',
  'outbox.payload': 'pii',
  'refresh_tokens.successor': 'tokens',
  'patient_keys.wrapped_key': 'phi',
} as const satisfies Record<string, Ring | 'patient'>;

export type SealedColumn = keyof typeof sealedColumns;

/** The columns that a given ring seals. */
export type ColumnOf<R extends Ring | 'patient'> = {
  [C in SealedColumn]: (typeof sealedColumns)[C] extends R ? C : never;
}[SealedColumn];

declare const sealedFor: unique symbol;

/** Ciphertext of one column. A string does not fit it, nor does the ciphertext of another column. */
export type Sealed<C extends SealedColumn> = Uint8Array & { readonly [sealedFor]: C };
