import type { AuditAction, AuditResource } from './actions';

/**
 * One line of the audit log. `request_data` and `additional_info` hold codes and identifiers only: nothing that a
 * person typed and nothing that crypto-shredding must reach. Its time is the transaction's `app.now`.
 */
export interface AuditEvent {
  readonly user_id: string | null;
  readonly action: AuditAction;
  readonly resource_type: AuditResource;
  readonly resource_id: string | null;
  readonly patient_id: string | null;
  readonly session_id: string | null;
  readonly request_id: string | null;
  readonly ip_address: string | null;
  readonly user_agent: string | null;
  readonly request_data: Record<string, unknown> | null;
  readonly response_status: number;
  readonly additional_info: Record<string, unknown> | null;
  readonly reason_code: string | null;
  readonly purpose: string | null;
}
