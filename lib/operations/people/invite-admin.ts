import { z } from 'zod';
import { inviteAccount } from '#lib/auth/invitation';
import { issueTicket } from '#lib/auth/ticket';
import { emailAddress } from '#lib/domain/email';
import { OperationError } from '#lib/errors/operation-error';
import { defaultLocale } from '#lib/i18n/locale';
import { enqueueMail } from '#lib/notify/enqueue-mail';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** The first admin of an installation, by its operator's hand. The link goes out by mail as well. */
export const inviteAdmin = defineOperation({
  name: 'people.invite-admin',
  kind: 'command',
  rest: 'POST /admin/first-admin',
  successStatus: 201,
  summary: 'Invite an admin',
  permission: 'admin:users',
  stepUp: 'recent',
  jobs: ['create-admin'],
  input: z.strictObject({ email: emailAddress }),
  output: z.strictObject({ id: z.uuid(), token: z.string(), expires_at: z.iso.datetime() }),
  errors: ['conflict'],
  audit: { event: 'INVITE_USER', resource: 'user' },
  example: {
    input: { email: 'vera.admin@example.org' },
    output: {
      id: '01920000-0000-7000-8000-000000000005',
      token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y',
      expires_at: '2026-01-08T09:00:00Z',
    },
  },
  subject: theClinic,

  async handle({ tx, actor, now, input }) {
    // One admin alone makes no other: that needs a second one to agree.
    if (actor.kind !== 'system') throw new OperationError('forbidden');
    const userId = await inviteAccount(tx, { email: input.email, role: 'admin', now });
    if (!userId) throw new OperationError('conflict');
    const { token, expiresAt } = await issueTicket(tx, {
      ...{ userId, now },
      purpose: 'invitation',
      assurance: 'aal1',
    });
    const hours = Math.round(expiresAt.since(now).total('hours'));
    await enqueueMail(
      tx,
      { template: 'invitation', params: { token, hours }, to: input.email, locale: defaultLocale },
      now,
    );
    return { id: userId, token, expires_at: expiresAt.toString() };
  },
});
