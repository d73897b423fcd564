import { z } from 'zod';
import { findApproval } from '#db/queries/approvals';
import { approvalId } from '#lib/platform/ids';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { approval, exampleApproval, viewApproval } from './approval-view';

export const getApproval = defineOperation({
  name: 'approvals.get',
  kind: 'query',
  rest: 'GET /admin/approvals/{id}',
  summary: 'One thing that two admins have to agree on',
  permission: 'admin:users',
  stepUp: 'none',
  input: z.strictObject({ id: approvalId }),
  output: approval,
  errors: ['not_found'],
  audit: { event: 'VIEW_APPROVAL', resource: 'approval', details: ['id'] },
  example: { input: { id: exampleApproval.id }, output: exampleApproval },

  subject: async ({ tx, input }) => {
    const row = await findApproval(tx, input.id);
    return row && { ...theClinic(), row };
  },

  handle: ({ actor, subject }) => viewApproval(subject.row, actor.user_id),
});
