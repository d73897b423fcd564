import { z } from 'zod';
import type { AuditFilter } from '#db/queries/audit-trail';
import { auditActions, auditResources } from '#lib/audit/actions';
import { freeText } from '#lib/domain/free-text';
import { momentInput } from '#lib/domain/moment-input';
import { userId } from '#lib/platform/ids';
import { outcomes } from './audit-event-view';

/** The closed lists that the log can be filtered by. */
export { auditActions, auditResources };

const anyId = z.uuid().transform((id) => id.toLowerCase());

const statuses = { success: [100, 400], refused: [400, 500], failed: [500, 600] } as const;

/** S49: by what the log can be narrowed. */
export const auditFilterInput = {
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
};

/** The filters that the log may keep: an address is typed by hand. */
export const loggedFilters = [
  ...(['user_id', 'action', 'resource_type', 'resource_id', 'patient_id', 'request_id'] as const),
  ...(['outcome', 'from', 'to'] as const),
];

const filters = z.object(auditFilterInput);

export function auditFilterOf(input: z.output<typeof filters>): AuditFilter {
  return {
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
  };
}
