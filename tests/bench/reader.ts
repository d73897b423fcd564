import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { RecordChartRow } from '#db/queries/medical-records';
import type { AuditEvent } from '#lib/audit/event';
import { unwrapPatientKey } from '#lib/crypto/patient-key';
import { open } from '#lib/crypto/seal';
import type { Id } from '#lib/platform/ids';

/** Who reads, as the bare servers are told: enough for row security, so that they need no query to know it. */
export interface Reader {
  user_id: Id<'users'>;
  session_id: Id<'sessions'>;
  role: 'patient' | 'doctor';
  patient_id: Id<'patients'> | null;
  practitioner_id: Id<'practitioners'> | null;
}

/** One read, of one reader. */
export interface Reading {
  reader: Reader;
  recordId: Id<'medical_records'>;
  requestId: string;
  now: Temporal.Instant;
}

/** The token of the bare servers: claims and an HMAC over them, the least that can be trusted. */
export function signReader(reader: Reader, secret: string): string {
  const claims = Buffer.from(JSON.stringify(reader)).toString('base64url');
  return `${claims}.${mac(claims, secret).toString('base64url')}`;
}

export function verifyReader(token: string, secret: string): Reader | null {
  const [claims = '', signature = ''] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = mac(claims, secret);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Reader;
}

const mac = (claims: string, secret: string) => createHmac('sha256', secret).update(claims).digest();

/** The record's text, opened with its patient's key as the product opens it. */
export function openRecord(row: RecordChartRow): string {
  const key = unwrapPatientKey(row.key_id, row.wrapped_key, row.key_version);
  return open('medical_records.encrypted_content', row.id, row.encrypted_content, key);
}

/** The event that the product writes for the same read. */
export function viewEvent({ reader, recordId, requestId }: Reading, patientId: Id<'patients'>): AuditEvent {
  return {
    user_id: reader.user_id,
    action: 'VIEW_RECORD',
    resource_type: 'medical_record',
    resource_id: recordId,
    patient_id: patientId,
    session_id: reader.session_id,
    request_id: requestId,
    ip_address: '127.0.0.1',
    user_agent: null,
    request_data: null,
    response_status: 200,
    additional_info: null,
    reason_code: null,
    purpose: null,
  };
}
