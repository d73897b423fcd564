export interface AuditEventView {
  id: string;
  timestamp: string;
  user_id: string | null;
  /** Null for anonymous acts and for the system. */
  user_name: string | null;
  user_role: string | null;
  action: string;
  resource_type: string | null;
  resource_id: string | null;
  ip_address: string | null;
  user_agent: string | null;
  response_status: number | null;
  reason_code: string | null;
  request_id: string | null;
}

/** An act was refused when it was answered by an error of the caller's (4xx). */
export const isDenied = ({ response_status }: Pick<AuditEventView, 'response_status'>): boolean =>
  response_status !== null && response_status >= 400;
