import { z } from 'zod';
import { listApprovals as findPage } from '#db/queries/approvals';
import { pageInput, pageOf, pageOutput, windowOf } from '#lib/domain/page';
import { queryFlag } from '#lib/domain/query-flag';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { approval, exampleApproval, viewApproval } from './approval-view';

/** What waits for a second admin or for its time; with `open` false, what became of the rest. */
export const listApprovals = defineOperation({
  name: 'approvals.list',
  kind: 'query',
  rest: 'GET /admin/approvals',
  summary: 'What two admins have to agree on',
  permission: 'admin:users',
  stepUp: 'none',
  input: z.strictObject({ ...pageInput, open: queryFlag.default(true) }),
  output: pageOutput(approval),
  errors: [],
  audit: { event: 'LIST_APPROVALS', resource: 'approval', details: ['open', 'page', 'page_size'] },
  example: {
    input: {},
    output: { items: [exampleApproval], page: 1, page_size: 20, total: 1, pages: 1 },
  },
  subject: theClinic,

  async handle({ tx, actor, input }) {
    const { rows, total } = await findPage(tx, input.open, windowOf(input));
    return pageOf(
      rows.map((row) => viewApproval(row, actor.user_id)),
      total,
      input,
    );
  },
});
