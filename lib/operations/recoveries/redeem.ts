import { z } from 'zod';
import { findAddressee } from '#db/queries/administered-accounts';
import { markProofsRevoked } from '#db/queries/recoveries';
import { markTicketUsed } from '#db/queries/single-use-tickets';
import { acceptPassword } from '#lib/auth/password-proof';
import { issuePortalTicket } from '#lib/auth/portal-ticket';
import { proveRecovery } from '#lib/auth/recovery';
import { endStandingLinks } from '#lib/auth/standing-links';
import { ofRecovery } from '#lib/auth/throttle-keys';
import { isUsable, presentTicket } from '#lib/auth/ticket';
import { OperationError } from '#lib/errors/operation-error';
import { tellOfRecovery } from '#lib/notify/tell-of-recovery';
import { theClinic } from '#lib/policy/subject';
import { sessionTicket } from '../auth/answers';
import { authBodyLimitBytes, opaqueToken } from '../auth/credentials';
import { defineOperation } from '../define';

/**
 * The mailed link and the password together open the account once; what answered for it before counts no longer. The
 * session is as strong as a password, so staff set up a factor before anything else.
 */
export const redeemRecovery = defineOperation({
  name: 'recoveries.redeem',
  kind: 'command',
  rest: 'POST /auth/recovery',
  summary: 'Use the way back that two admins have agreed on',
  public: true,
  input: z.strictObject({ token: opaqueToken, password: z.string().min(1).max(4096) }),
  output: sessionTicket,
  errors: ['invalid_credentials'],
  audit: { event: 'REDEEM_RECOVERY', refused: 'RECOVERY_FAILED', resource: 'user' },
  example: {
    input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y', password: 'Correct-Horse7!' },
    output: { ticket: 'b8rT1sV2wX4yq1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6' },
  },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ input, request }) => ofRecovery(input.token, request.ip),
  prepare: ({ input, request, clock }) =>
    proveRecovery(input, { now: clock.now(), requestId: request.requestId }),
  subject: theClinic,

  async handle({ tx, now, input, prepared: proof, audit }) {
    const ticket = await presentTicket(tx, input.token, 'recovery');
    if (!ticket || !proof) throw new OperationError('invalid_credentials');
    audit({ user_id: ticket.user_id, resource_id: ticket.user_id });
    if (!isUsable(ticket, now)) throw new OperationError('invalid_credentials');
    const { user_id: userId } = await acceptPassword(tx, proof);
    await markTicketUsed(tx, ticket.id);
    const owner = await findAddressee(tx, userId);
    // First, while the phone on file is known.
    if (owner) await tellOfRecovery(tx, owner, { template: 'recovery_used', params: {} }, now);
    await markProofsRevoked(tx, userId);
    await endStandingLinks(tx);
    return { ticket: await issuePortalTicket(tx, { userId, secondFactor: null, now }) };
  },
});
