import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, transactionId } from '../columns';

/**
 * What was done, by whom, from where, and how it ended. Partitioned by month; the application may add and, by
 * policy, read. No foreign keys: an event outlives what it speaks of.
 */
export const auditLogs = pgTable(
  'audit_logs',
  {
    id: id('audit_logs').notNull(),
    timestamp: instant().notNull(),
    user_id: id('users'),
    action: text().notNull(),
    resource_type: text().notNull(),
    resource_id: uuid(),
    patient_id: id('patients'),
    session_id: id('sessions'),
    request_id: uuid(),
    ip_address: text(),
    user_agent: text(),
    request_data: jsonb().$type<Record<string, unknown>>(),
    response_status: integer().notNull(),
    additional_info: jsonb().$type<Record<string, unknown>>(),
    reason_code: text(),
    purpose: text(),
    log_epoch: integer().notNull().default(1),
    xact_id: transactionId().notNull(),
  },
  (row) => [
    primaryKey({ name: 'audit_logs_pkey', columns: [row.timestamp, row.id] }),
    index('idx_audit_user_timestamp').on(row.user_id, row.timestamp),
    index('audit_logs_patient').on(row.patient_id, row.timestamp),
    index('audit_logs_action').on(row.action, row.timestamp),
  ],
);
