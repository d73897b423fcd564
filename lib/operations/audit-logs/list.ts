import { z } from 'zod';
import { listAuditEvents } from '#db/queries/audit-trail';
import { pageInput, pageOf, pageOutput, windowOf } from '#lib/domain/page';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { auditEvent, exampleAuditEvent, viewAuditEvent } from './audit-event-view';
import { auditFilterInput, auditFilterOf, loggedFilters } from './filters';

/** S49: who did what. Reading it is itself an event. */
export const listAuditLog = defineOperation({
  name: 'audit-logs.list',
  kind: 'query',
  rest: 'GET /admin/audit-logs',
  summary: 'The audit log',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject({
    ...pageInput,
    ...auditFilterInput,
    sort_by: z.literal('timestamp').default('timestamp'),
    sort_order: z.enum(['asc', 'desc']).default('desc'),
  }),
  output: pageOutput(auditEvent),
  errors: [],
  audit: {
    event: 'LIST_AUDIT_LOG',
    resource: 'audit_log',
    details: [...loggedFilters, 'page', 'page_size', 'sort_order'],
  },
  example: {
    input: { action: 'VIEW_RECORD' },
    output: { items: [exampleAuditEvent], page: 1, page_size: 20, total: 1, pages: 1 },
  },
  subject: theClinic,

  async handle({ tx, input }) {
    const { rows, total } = await listAuditEvents(
      tx,
      auditFilterOf(input),
      input.sort_order,
      windowOf(input),
    );
    return pageOf(rows.map(viewAuditEvent), total, input);
  },
});
