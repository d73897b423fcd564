import { z } from 'zod';
import { findRefill } from '#db/queries/refill-requests';
import { refillRequestId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { askedSubject } from '../patient-requests/asked-subject';
import { exampleRefill, refillView, viewRefill } from './refill-view';

export const getRefill = defineOperation({
  name: 'refills.get',
  kind: 'query',
  rest: 'GET /refills/{id}',
  summary: 'One wish for a refill',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ id: refillRequestId }),
  output: refillView,
  errors: ['not_found'],
  audit: { event: 'VIEW_REFILL', resource: 'refill_request' },
  example: { input: { id: exampleRefill.id }, output: exampleRefill },
  subject: async ({ tx, input }) => askedSubject(await findRefill(tx, input.id)),
  handle: ({ subject }) => viewRefill(subject.row),
});
