import { z } from 'zod';
import {
  findAmendmentRequest,
  lockOpenAmendment,
  markAmendmentDecided,
} from '#db/queries/amendment-requests';
import { seal } from '#lib/crypto/seal';
import { neededWords, wordsOrNone } from '#lib/domain/patient-requests';
import { OperationError } from '#lib/errors/operation-error';
import { amendmentRequestId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { askedSubject, requireTreating } from '../patient-requests/asked-subject';
import { tellParties } from '../patient-requests/tell-parties';
import { chartKey } from '../patients/chart-key';
import { acceptAmendment } from './accept-amendment';
import { amendmentView, exampleAmendment, viewAmendment } from './amendment-view';

const asked = { id: amendmentRequestId };

/**
 * A doctor's word on a wish for a correction (45 CFR 164.526 (c), (d)). Accepted, it corrects the record in the same
 * act; denied, it says why in words that the patient reads.
 */
export const decideAmendment = defineOperation({
  name: 'amendment-requests.decide',
  kind: 'command',
  rest: 'POST /amendment-requests/{id}/decision',
  summary: 'Accept or deny a correction',
  permission: 'write:records',
  stepUp: 'none',
  input: z.discriminatedUnion('decision', [
    z.strictObject({
      ...asked,
      decision: z.literal('accepted'),
      /** As for a new record of that type; of a record that takes no other content it is left out. */
      content: z.looseObject({}).optional(),
      /** Why the record changes: it stands beside the new version. */
      reason: wordsOrNone(2000),
      /** Puts the label on the record, or takes it off; left out, it stays as it is. */
      restricted: z.boolean().optional(),
      /** The version of the record that was read; refused when another has come between. */
      expected_version: z.int().min(0).optional(),
      answer: wordsOrNone(4000),
    }),
    z.strictObject({ ...asked, decision: z.literal('denied'), answer: neededWords(4000) }),
  ]),
  output: amendmentView,
  errors: ['not_found', 'conflict', 'stale_version'],
  audit: { event: 'DECIDE_AMENDMENT', resource: 'amendment_request', details: ['decision'] },
  losslessNumbers: true,
  example: {
    input: { id: exampleAmendment.id, decision: 'denied', answer: 'It was measured at three visits.' },
    output: {
      ...exampleAmendment,
      status: 'denied',
      answer: 'It was measured at three visits.',
      decided_at: '2026-01-06T09:00:00Z',
      decided_by: 'Dr Amara Okafor',
    },
  },
  subject: async ({ tx, input }) => askedSubject(await findAmendmentRequest(tx, input.id)),

  async handle({ tx, actor, now, input, subject: { row, relation }, audit }) {
    requireTreating(relation);
    const { id, decision: status, answer } = input;
    if (!(await lockOpenAmendment(tx, id))) throw new OperationError('conflict');
    const corrected =
      input.decision === 'accepted' ? await acceptAmendment({ tx, actor, now }, row.record_id, input) : null;
    if (corrected) audit({ additional_info: { version: corrected.version, reason_id: corrected.reasonId } });
    await markAmendmentDecided(tx, {
      id,
      status,
      answer: answer === undefined ? null : seal('amendment_requests.answer', id, answer, chartKey(row)),
      acceptedVersion: corrected?.version ?? null,
    });
    await tellParties(tx, { ...row, doctor_id: null }, 'patient', now);
    const decided = await findAmendmentRequest(tx, id);
    if (!decided) throw new Error('A request is not visible to whoever has decided it.');
    return viewAmendment(decided);
  },
});
