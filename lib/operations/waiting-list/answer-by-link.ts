import { z } from 'zod';
import { markTicketUsed } from '#db/queries/single-use-tickets';
import { fromPlace } from '#lib/auth/throttle-keys';
import { theClinic } from '#lib/policy/subject';
import { busy } from '../appointments/busy';
import { authBodyLimitBytes, opaqueToken } from '../auth/credentials';
import { defineOperation } from '../define';
import { acceptOffer, declineOffer } from './answer-offer';
import { openOfferLink } from './linked-offer';

/** The mailed link takes or declines the one time that it was sent about, and can do nothing else: it signs nobody in. */
export const answerOfferByLink = defineOperation({
  name: 'waiting-list.answer-by-link',
  kind: 'command',
  rest: 'POST /waiting-list/links/answer',
  successStatus: 204,
  summary: 'Accept or decline an offered time by its mailed link',
  public: true,
  input: z.strictObject({
    token: opaqueToken,
    answer: z.enum(['accept', 'decline']),
  }),
  output: z.void(),
  errors: ['offer_ended', 'slot_taken', 'conflict', 'too_many_visits'],
  constraints: busy,
  audit: {
    event: 'ANSWER_OFFER',
    resource: 'waiting_list',
    details: ['answer'],
  },
  example: {
    input: {
      token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y',
      answer: 'decline',
    },
    output: undefined,
  },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('visit_link', request.ip)],
  subject: theClinic,

  async handle(work) {
    const { tx, now, input } = work;
    const { ticket, row } = await openOfferLink(work, input.token);
    if (input.answer === 'accept') await acceptOffer(tx, row, { actor: ticket, now });
    else await declineOffer(tx, row);
    await markTicketUsed(tx, ticket.id);
  },
});
