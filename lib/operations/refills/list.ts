import { listRefills as findPage } from '#db/queries/refill-requests';
import { pageOf, pageOutput, windowOf } from '#lib/domain/page';
import { defineOperation } from '../define';
import { askedFilter, askedFilterOf, askedListSubject } from '../patient-requests/asked-filter';
import { exampleRefill, refillView, viewRefill } from './refill-view';

/** A patient's own wishes for refills; of a doctor those of the patients whom they treat, the longest waiting first. */
export const listRefills = defineOperation({
  name: 'refills.list',
  kind: 'query',
  rest: 'GET /refills',
  summary: 'Wishes for refills',
  permission: 'read:records',
  stepUp: 'none',
  input: askedFilter,
  output: pageOutput(refillView),
  errors: ['not_found'],
  audit: {
    event: 'LIST_REFILLS',
    resource: 'refill_request',
    details: ['patient_id', 'record_id', 'open', 'page', 'page_size'],
  },
  example: {
    input: {},
    output: { items: [exampleRefill], page: 1, page_size: 20, total: 1, pages: 1 },
  },
  subject: ({ tx, input }) => askedListSubject(tx, input),

  async handle({ tx, actor, input, subject }) {
    const { rows, total } = await findPage(tx, askedFilterOf(input, subject, actor), windowOf(input));
    return pageOf(rows.map(viewRefill), total, input);
  },
});
