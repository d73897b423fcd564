import { listAmendmentRequests as findPage } from '#db/queries/amendment-requests';
import { pageOf, pageOutput, windowOf } from '#lib/domain/page';
import { defineOperation } from '../define';
import { askedFilter, askedFilterOf, askedListSubject } from '../patient-requests/asked-filter';
import { amendmentView, exampleAmendment, viewAmendment } from './amendment-view';

/**
 * A patient's own wishes for corrections; of a doctor those of the patients whom they treat, the longest waiting first.
 * Of one record they are for everybody who may see it: a denied one with what its patient says to that.
 */
export const listAmendmentRequests = defineOperation({
  name: 'amendment-requests.list',
  kind: 'query',
  rest: 'GET /amendment-requests',
  summary: 'Wishes for corrections',
  permission: 'read:records',
  stepUp: 'none',
  input: askedFilter,
  output: pageOutput(amendmentView),
  errors: ['not_found'],
  audit: {
    event: 'LIST_AMENDMENT_REQUESTS',
    resource: 'amendment_request',
    details: ['patient_id', 'record_id', 'open', 'page', 'page_size'],
  },
  example: {
    input: {},
    output: { items: [exampleAmendment], page: 1, page_size: 20, total: 1, pages: 1 },
  },
  subject: ({ tx, input }) => askedListSubject(tx, input),

  async handle({ tx, actor, input, subject }) {
    const { rows, total } = await findPage(tx, askedFilterOf(input, subject, actor), windowOf(input));
    return pageOf(rows.map(viewAmendment), total, input);
  },
});
