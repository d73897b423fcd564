import { z } from 'zod';
import { insertCarerInvitation } from '#db/queries/carer-invitations';
import { ofCarerInvitation } from '#lib/auth/throttle-keys';
import { blindIndex } from '#lib/crypto/blind-index';
import { seal } from '#lib/crypto/seal';
import { hashToken, randomToken } from '#lib/crypto/tokens';
import { carerScopes } from '#lib/domain/care';
import { dateInput } from '#lib/domain/date-input';
import { emailAddress } from '#lib/domain/email';
import { personName } from '#lib/domain/person';
import { enqueueMail } from '#lib/notify/enqueue-mail';
import { newId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { spend } from '../kernel/throttle';
import { chartSubject, theChart } from '../patients/find-chart';
import { carerInvitationView, viewInvitation } from './invitation-view';
import { carerDays, endOfGrant } from './last-day';

const lifeHours = 14 * 24;

/**
 * The patient asks somebody to look after their record. The mail, the answer and the work are the same for an address
 * with an account and one without; nothing is opened before that person accepts.
 */
export const inviteCarer = defineOperation({
  name: 'care-relationships.invite-carer',
  kind: 'command',
  rest: 'POST /care-relationships/invitations',
  successStatus: 201,
  summary: 'Invite somebody to look after your record',
  permission: 'write:profile',
  stepUp: 'recent',
  input: z.strictObject({
    carer_name: personName,
    email: emailAddress,
    scope: z.enum(carerScopes),
    /** The last day on which it holds; until somebody ends it where it is left out. */
    until: dateInput.optional(),
  }),
  output: carerInvitationView,
  errors: [],
  audit: { event: 'INVITE_CARER', resource: 'care_relationship', details: ['scope', 'until'] },
  example: {
    input: { carer_name: 'My daughter Rosa', email: 'rosa@example.org', scope: 'chart' },
    output: {
      id: '01920000-0000-7000-8000-000000000051',
      name: 'My daughter Rosa',
      email: 'rosa@example.org',
      scope: 'chart',
      valid_until: null,
      created_at: '2026-01-05T09:00:00Z',
      expires_at: '2026-01-19T09:00:00Z',
    },
  },
  prepare: ({ actor, clock }) => spend(ofCarerInvitation(actor.user_id), clock.now()),
  subject: ({ tx }) => chartSubject(tx, undefined),

  async handle({ tx, now, input, subject, audit }) {
    const { patient_id, zone } = theChart(subject);
    const [id, token] = [newId('carer_invitations'), randomToken()];
    const { carer_name, email, scope, until: day } = input;
    const row = {
      ...{ id, patient_id, scope },
      name: seal('carer_invitations.name', id, carer_name),
      email: seal('carer_invitations.email', id, email),
      email_index: blindIndex('email', email),
      valid_until: day === undefined ? null : endOfGrant({ day, zone, now, mostDays: carerDays }),
      token_hash: hashToken(token),
      created_at: now,
      expires_at: now.add({ hours: lifeHours }),
    };
    await insertCarerInvitation(tx, row);
    audit({ resource_id: id });
    const params = { token, hours: lifeHours };
    await enqueueMail(tx, { template: 'carer_invitation', params, to: email, locale: null }, now);
    return viewInvitation(row);
  },
});
