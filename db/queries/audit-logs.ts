import type { Statement, Tx } from '../client';
import type { auditLogs } from '../schema/audit-logs';

type Row = typeof auditLogs.$inferSelect;
type Ids = 'id' | 'user_id' | 'resource_id' | 'patient_id' | 'session_id' | 'request_id';
type NewAuditLog = Omit<Row, Ids | 'timestamp' | 'log_epoch' | 'xact_id'> & Record<Ids, string | null>;

/** Time is the transaction's `app.now`; epoch and transaction id are the database's to give. */
export function insertAuditEvent(tx: Tx, e: NewAuditLog): Statement {
  return tx`
    insert into audit_logs (id, timestamp, user_id, action, resource_type, resource_id, patient_id, session_id, request_id,
                            ip_address, user_agent, request_data, response_status, additional_info, reason_code, purpose)
    values (${e.id}, app.now(), ${e.user_id}, ${e.action}, ${e.resource_type}, ${e.resource_id},
            ${e.patient_id}, ${e.session_id}, ${e.request_id}, ${e.ip_address},
            ${e.user_agent}, ${json(e.request_data)}::text::jsonb, ${e.response_status}, ${json(e.additional_info)}::text::jsonb,
            ${e.reason_code}, ${e.purpose})`;
}

// As text first: a parameter of type jsonb would be encoded once more by the driver.
const json = (value: unknown) => (value ? JSON.stringify(value) : null);
