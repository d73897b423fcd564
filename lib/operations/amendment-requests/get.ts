import { z } from 'zod';
import { findAmendmentRequest } from '#db/queries/amendment-requests';
import { amendmentRequestId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { askedSubject } from '../patient-requests/asked-subject';
import { amendmentView, exampleAmendment, viewAmendment } from './amendment-view';

export const getAmendmentRequest = defineOperation({
  name: 'amendment-requests.get',
  kind: 'query',
  rest: 'GET /amendment-requests/{id}',
  summary: 'One wish for a correction',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ id: amendmentRequestId }),
  output: amendmentView,
  errors: ['not_found'],
  audit: { event: 'VIEW_AMENDMENT_REQUEST', resource: 'amendment_request' },
  example: { input: { id: exampleAmendment.id }, output: exampleAmendment },
  subject: async ({ tx, input }) => askedSubject(await findAmendmentRequest(tx, input.id)),
  handle: ({ subject }) => viewAmendment(subject.row),
});
