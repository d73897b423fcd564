import { z } from 'zod';
import type { AuditRow } from '#db/queries/audit-trail';
import { open } from '#lib/crypto/seal';
import type { Id } from '#lib/platform/ids';
import { roles } from '#lib/policy/roles';

export const outcomes = ['success', 'refused', 'failed'] as const;

const facts = z.record(z.string(), z.unknown()).nullable();

/** Who did what, when, from where, and how it ended. Ids and codes: no clinical content stands in the log. */
export const auditEvent = z.strictObject({
  id: z.uuid(),
  timestamp: z.iso.datetime(),
  /** Null for strangers and for jobs. */
  user_id: z.uuid().nullable(),
  user_email: z.string().nullable(),
  user_name: z.string().nullable(),
  user_role: z.enum(roles).nullable(),
  action: z.string(),
  resource_type: z.string(),
  resource_id: z.uuid().nullable(),
  /** Whose chart it was about. */
  patient_id: z.uuid().nullable(),
  session_id: z.uuid().nullable(),
  request_id: z.uuid().nullable(),
  ip_address: z.string().nullable(),
  user_agent: z.string().nullable(),
  response_status: z.int(),
  outcome: z.enum(outcomes),
  reason_code: z.string().nullable(),
  request_data: facts,
  additional_info: facts,
});

export function viewAuditEvent(row: AuditRow): z.output<typeof auditEvent> {
  const { user_id, user_email, response_status } = row;
  return {
    id: row.id,
    timestamp: row.timestamp.toString(),
    user_id,
    user_email: user_id && user_email && open('users.email', user_id as Id<'users'>, user_email),
    user_name: nameOf(row),
    user_role: row.user_role,
    action: row.action,
    resource_type: row.resource_type,
    resource_id: row.resource_id,
    patient_id: row.patient_id,
    session_id: row.session_id,
    request_id: row.request_id,
    ip_address: row.ip_address,
    user_agent: row.user_agent,
    response_status,
    outcome: outcomeOf(response_status),
    reason_code: row.reason_code,
    request_data: row.request_data,
    additional_info: row.additional_info,
  };
}

/** As the account's owner writes it. */
function nameOf({ user_id, first_name, last_name }: AuditRow): string | null {
  const id = user_id as Id<'users'> | null;
  if (!id) return null;
  const first = first_name && open('user_profiles.first_name', id, first_name);
  const last = last_name && open('user_profiles.last_name', id, last_name);
  return [first, last].filter(Boolean).join(' ') || null;
}

function outcomeOf(status: number): (typeof outcomes)[number] {
  if (status < 400) return 'success';
  return status < 500 ? 'refused' : 'failed';
}

export const exampleAuditEvent = {
  id: '01920000-0000-7000-8000-000000000040',
  timestamp: '2026-01-05T09:00:00.123456Z',
  user_id: '01920000-0000-7000-8000-000000000001',
  user_email: 'elsa.vargas@example.org',
  user_name: 'Elsa Vargas',
  user_role: 'patient',
  action: 'VIEW_RECORD',
  resource_type: 'medical_record',
  resource_id: '01920000-0000-7000-8000-000000000020',
  patient_id: '01920000-0000-7000-8000-000000000002',
  session_id: '01920000-0000-7000-8000-000000000003',
  request_id: '01920000-0000-7000-8000-00000000000f',
  ip_address: '192.0.2.1',
  user_agent: null,
  response_status: 200,
  outcome: 'success',
  reason_code: null,
  request_data: null,
  additional_info: null,
} as const;
