import { z } from 'zod';
import { markTicketUsed } from '#db/queries/single-use-tickets';
import { findOwnSignIn } from '#db/queries/users';
import { portalTicketPayload } from '#lib/auth/portal-ticket';
import { openSession } from '#lib/auth/session';
import { fromPlace } from '#lib/auth/throttle-keys';
import { isUsable, presentTicket } from '#lib/auth/ticket';
import { trustDevice } from '#lib/auth/trusted-device';
import { hashToken, randomToken } from '#lib/crypto/tokens';
import { OperationError } from '#lib/errors/operation-error';
import { needsSecondFactor, roles } from '#lib/policy/roles';
import { scopesOfRole } from '#lib/policy/scopes';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { authBodyLimitBytes, opaqueToken } from './credentials';
import { tellOfSession } from './tell-of-session';

/** Turns the portal's ticket into a session, once. `secret` is shown here only: it goes into the cookie. */
export const redeemTicket = defineOperation({
  name: 'auth.redeem-ticket',
  kind: 'command',
  rest: 'POST /auth/portal/session',
  summary: 'Open the portal session that a ticket stands for',
  public: true,
  input: z.strictObject({ ticket: opaqueToken, device_key: opaqueToken.optional() }),
  output: z.strictObject({
    session_id: z.uuid(),
    secret: z.string(),
    role: z.enum(roles),
    /** The account can do nothing but set up its second factor. */
    must_enrol: z.boolean(),
    /** How many sessions elsewhere were ended, because only so many may be open at once. */
    evicted: z.int(),
  }),
  errors: ['invalid_credentials'],
  audit: { event: 'LOGIN', refused: 'LOGIN_FAILED', resource: 'user' },
  example: {
    input: { ticket: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' },
    output: {
      session_id: '01920000-0000-7000-8000-000000000003',
      secret: 'b8rT1sV2wX4yq1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6',
      role: 'patient',
      must_enrol: false,
      evicted: 0,
    },
  },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('redeem_ticket', request.ip)],
  subject: theClinic,

  async handle({ tx, now, input, request, audit }) {
    const ticket = await presentTicket(tx, input.ticket, 'portal_session');
    if (!ticket) throw new OperationError('invalid_credentials');
    audit({ user_id: ticket.user_id, resource_id: ticket.user_id });
    const account = await findOwnSignIn(tx);
    if (!account?.may_sign_in || !isUsable(ticket, now)) throw new OperationError('invalid_credentials');
    await markTicketUsed(tx, ticket.id);
    const { id: userId, role } = account;
    const { second_factor: secondFactor, trust_device, proven_at } = portalTicketPayload(ticket);
    const secret = randomToken();
    const session = await openSession(tx, {
      ...{
        userId,
        role,
        secondFactor,
        provenAt: proven_at,
        now,
        ip: request.ip,
        userAgent: request.userAgent,
      },
      kind: 'portal',
      deviceKey: input.device_key,
      scopes: scopesOfRole[role],
      secretHash: hashToken(secret),
    });
    if (trust_device) await trustDevice(tx, { deviceId: session.deviceId, role, now });
    await tellOfSession({ tx, now, audit }, session);
    const must_enrol = needsSecondFactor(role) && secondFactor === null;
    return { session_id: session.id, secret, role, must_enrol, evicted: session.evicted.length };
  },
});
