import { z } from 'zod';
import { findAmendmentRequest, markDisagreed } from '#db/queries/amendment-requests';
import { seal } from '#lib/crypto/seal';
import { neededWords } from '#lib/domain/patient-requests';
import { OperationError } from '#lib/errors/operation-error';
import { amendmentRequestId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { askedSubject } from '../patient-requests/asked-subject';
import { chartKey } from '../patients/chart-key';
import { amendmentView, exampleAmendment, viewAmendment } from './amendment-view';

/**
 * The patient's statement on a denial (45 CFR 164.526 (d)(2)). From then on it stands with the record, for everybody who
 * may see that, and goes out with it.
 */
export const disagreeWithAmendment = defineOperation({
  name: 'amendment-requests.disagree',
  kind: 'command',
  rest: 'POST /amendment-requests/{id}/disagreement',
  summary: 'Say that you disagree',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ id: amendmentRequestId, disagreement: neededWords(4000) }),
  output: amendmentView,
  errors: ['not_found', 'conflict'],
  audit: { event: 'DISAGREE_WITH_AMENDMENT', resource: 'amendment_request' },
  example: {
    input: { id: exampleAmendment.id, disagreement: 'My own device shows normal values every day.' },
    output: {
      ...exampleAmendment,
      status: 'denied',
      answer: 'It was measured at three visits.',
      decided_at: '2026-01-06T09:00:00Z',
      decided_by: 'Dr Amara Okafor',
      disagreement: 'My own device shows normal values every day.',
      disagreed_at: '2026-01-07T09:00:00Z',
    },
  },
  subject: async ({ tx, input }) => askedSubject(await findAmendmentRequest(tx, input.id)),

  async handle({ tx, input: { id, disagreement }, subject }) {
    const sealed = seal('amendment_requests.disagreement', id, disagreement, chartKey(subject.row));
    if (!(await markDisagreed(tx, id, sealed))) throw new OperationError('conflict');
    const stated = await findAmendmentRequest(tx, id);
    if (!stated) throw new Error('A request is not visible to whoever asked.');
    return viewAmendment(stated);
  },
});
