import type { Statement, Tx } from '#db/client';
import { insertAuditEvent } from '#db/queries/audit-logs';
import { newId } from '#lib/platform/ids';
import type { AuditEvent } from './event';

/** The event as one statement, for the caller to send beside its commit. It fails the transaction it stands in. */
export function appendEvent(tx: Tx, event: AuditEvent): Statement {
  return insertAuditEvent(tx, { id: newId('audit_logs'), ...event });
}
