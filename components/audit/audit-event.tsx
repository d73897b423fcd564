export interface AuditEventView {
  id: string;
  timestamp: string;
  user_id: string | null;
  /** Null for anonymous acts and for the system. */
  user_name: string | null;
  user_email: string | null;
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

type Answered = Pick<AuditEventView, 'response_status'>;

/** Refused: answered by an error of the caller's (4xx). */
export const isDenied = ({ response_status }: Answered): boolean =>
  response_status !== null && response_status >= 400 && response_status < 500;

/** Failed: by an error of ours (5xx). */
export const isFailed = ({ response_status }: Answered): boolean =>
  response_status !== null && response_status >= 500;
