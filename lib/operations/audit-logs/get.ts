import { z } from 'zod';
import { findAuditEvent } from '#db/queries/audit-trail';
import { OperationError } from '#lib/errors/operation-error';
import { auditLogId } from '#lib/platform/ids';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { auditEvent, exampleAuditEvent, viewAuditEvent } from './audit-event-view';

/** One event of the audit log. */
export const getAuditEvent = defineOperation({
  name: 'audit-logs.get',
  kind: 'query',
  rest: 'GET /admin/audit-logs/{id}',
  summary: 'One event of the audit log',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject({ id: auditLogId }),
  output: auditEvent,
  errors: ['not_found'],
  audit: { event: 'VIEW_AUDIT_EVENT', resource: 'audit_log' },
  example: { input: { id: exampleAuditEvent.id }, output: exampleAuditEvent },
  subject: theClinic,

  async handle({ tx, input }) {
    const row = await findAuditEvent(tx, input.id);
    if (!row) throw new OperationError('not_found');
    return viewAuditEvent(row);
  },
});
