import { asRole } from './as-role';

export interface AuditRow {
  action: string;
  resource_type: string;
  resource_id: string | null;
  user_id: string | null;
  patient_id: string | null;
  session_id: string | null;
  request_id: string;
  ip_address: string | null;
  response_status: number;
  additional_info: Record<string, unknown> | null;
  reason_code: string | null;
  request_data: Record<string, unknown> | null;
}

/** What is really stored, read past row-level security. */
export function auditRows(superuserUrl: string): Promise<AuditRow[]> {
  return asRole(superuserUrl, async (sql) => [
    ...(await sql<AuditRow[]>`select * from audit_logs order by xact_id::text::numeric, id`),
  ]);
}
