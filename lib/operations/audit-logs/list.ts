import { z } from 'zod';
import { listAuditEvents } from '#db/queries/audit-trail';
import { auditActions, auditResources } from '#lib/audit/actions';
import { freeText } from '#lib/domain/free-text';
import { momentInput } from '#lib/domain/moment-input';
import { pageInput, pageOf, pageOutput, windowOf } from '#lib/domain/page';
import { userId } from '#lib/platform/ids';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { auditEvent, exampleAuditEvent, outcomes, viewAuditEvent } from './audit-event-view';

const anyId = z.uuid().transform((id) => id.toLowerCase());

const statuses = { success: [100, 400], refused: [400, 500], failed: [500, 600] } as const;

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
    user_id: userId.optional(),
    action: z.enum(auditActions).optional(),
    resource_type: z.enum(auditResources).optional(),
    resource_id: anyId.optional(),
    patient_id: anyId.optional(),
    request_id: anyId.optional(),
    ip: freeText(45).optional(),
    outcome: z.enum(outcomes).optional(),
    from: momentInput.optional(),
    to: momentInput.optional(),
    sort_by: z.literal('timestamp').default('timestamp'),
    sort_order: z.enum(['asc', 'desc']).default('desc'),
  }),
  output: pageOutput(auditEvent),
  errors: [],
  audit: {
    event: 'LIST_AUDIT_LOG',
    resource: 'audit_log',
    details: [
      ...(['user_id', 'action', 'resource_type', 'resource_id', 'patient_id', 'request_id'] as const),
      ...(['outcome', 'from', 'to', 'page', 'page_size', 'sort_order'] as const),
    ],
  },
  example: {
    input: { action: 'VIEW_RECORD' },
    output: { items: [exampleAuditEvent], page: 1, page_size: 20, total: 1, pages: 1 },
  },
  subject: theClinic,

  async handle({ tx, input }) {
    const { rows, total } = await listAuditEvents(
      tx,
      {
        user_id: input.user_id ?? null,
        action: input.action ?? null,
        resource_type: input.resource_type ?? null,
        resource_id: input.resource_id ?? null,
        patient_id: input.patient_id ?? null,
        request_id: input.request_id ?? null,
        ip_address: input.ip ?? null,
        status: input.outcome ? statuses[input.outcome] : [100, 600],
        from: input.from ?? null,
        to: input.to ?? null,
      },
      input.sort_order,
      windowOf(input),
    );
    return pageOf(rows.map(viewAuditEvent), total, input);
  },
});
