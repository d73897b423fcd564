import type { AuditAction, AuditResource } from './actions';

/** One row of `audit_logs`, but for its id and time. Nothing that shredding must reach stands in it. */
export interface AuditEvent {
  readonly action: AuditAction;
  readonly resource_type: AuditResource;
  readonly resource_id: string | null;
  readonly user_id: string | null;
  readonly patient_id: string | null;
  readonly session_id: string | null;
  readonly request_id: string | null;
  readonly ip_address: string | null;
  readonly user_agent: string | null;
  readonly request_data: Readonly<Record<string, unknown>> | null;
  readonly response_status: number;
  readonly additional_info: Readonly<Record<string, unknown>> | null;
  readonly reason_code: string | null;
  readonly purpose: string | null;
}
