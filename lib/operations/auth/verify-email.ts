import { z } from 'zod';
import { lockSignup } from '#db/queries/sign-in';
import { createPatientAccount } from '#lib/auth/new-account';
import { fromPlace } from '#lib/auth/throttle-keys';
import { open } from '#lib/crypto/seal';
import { hashToken } from '#lib/crypto/tokens';
import { invalidField } from '#lib/errors/operation-error';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { authBodyLimitBytes, opaqueToken } from './credentials';

const profile = z.object({
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  locale: z.string().nullable(),
  password_state: z.enum(['checked', 'unchecked']),
});

const invalidToken = () => invalidField('token', 'invalid_token', 'This link was used or is too old');

/** The mailed token makes the account, once, with its chart. */
export const verifyEmail = defineOperation({
  name: 'auth.verify-email',
  kind: 'command',
  rest: 'POST /auth/verify-email',
  successStatus: 204,
  summary: 'Prove that the e-mail address is yours',
  public: true,
  input: z.strictObject({ token: opaqueToken }),
  output: z.void(),
  errors: [],
  audit: { event: 'VERIFY_EMAIL', resource: 'user' },
  example: { input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' }, output: undefined },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('verify_email', request.ip)],
  subject: theClinic,

  async handle({ tx, now, input, audit }) {
    const pending = await lockSignup(tx, hashToken(input.token));
    if (!pending) throw invalidToken();
    const told = profile.parse(JSON.parse(open('pending_signups.profile', pending.id, pending.profile)));
    const account = {
      email: open('pending_signups.email', pending.id, pending.email),
      emailIndex: pending.email_index,
      passwordHash: pending.password_hash,
      passwordState: told.password_state,
      firstName: told.first_name,
      lastName: told.last_name,
      locale: told.locale,
    };
    const id = await createPatientAccount(tx, account, now);
    // Somebody signed up twice and has used the other mail.
    if (id === null) throw invalidToken();
    audit({ user_id: id, resource_id: id });
  },
});
