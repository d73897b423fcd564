import { z } from 'zod';
import { findLogin, insertSignup } from '#db/queries/sign-in';
import { fromPlace, ofEmail } from '#lib/auth/throttle-keys';
import { vetPassword } from '#lib/auth/vet-password';
import { blindIndex } from '#lib/crypto/blind-index';
import { seal } from '#lib/crypto/seal';
import { hashToken, randomToken } from '#lib/crypto/tokens';
import { emailAddress } from '#lib/domain/email';
import { languageTag, personName } from '#lib/domain/person';
import { enqueueMail } from '#lib/notify/enqueue-mail';
import { newId } from '#lib/platform/ids';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { authBodyLimitBytes } from './credentials';
import { newPassword } from './new-password';

const lifeHours = 24;

/** A wish for an account. The same answer, work and time for an address that has one: only its owner's mail differs. */
export const signUp = defineOperation({
  name: 'auth.sign-up',
  kind: 'command',
  rest: 'POST /auth/signup',
  successStatus: 201,
  summary: 'Sign up as a patient',
  public: true,
  input: z.strictObject({
    email: emailAddress,
    password: newPassword,
    first_name: personName.optional(),
    last_name: personName.optional(),
    locale: languageTag.optional(),
  }),
  output: z.strictObject({ status: z.literal('verification_sent') }),
  errors: [],
  audit: { event: 'SIGNUP', resource: 'user' },
  example: {
    input: {
      email: 'elsa.vargas@example.org',
      password: 'Correct-Horse7!',
      first_name: 'Elsa',
      last_name: 'Vargas',
    },
    output: { status: 'verification_sent' },
  },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ input, request }) => [fromPlace('sign_up', request.ip), ofEmail(input.email)],
  prepare: ({ input: { email, password } }) => vetPassword({ password, email, field: 'password' }),
  subject: theClinic,

  async handle({ tx, now, input, prepared: { hash: password_hash, state: password_state } }) {
    const { email, first_name = null, last_name = null, locale = null } = input;
    const [id, token, email_index] = [newId('pending_signups'), randomToken(), blindIndex('email', email)];
    const profile = JSON.stringify({ first_name, last_name, locale, password_state });
    const known = await findLogin(tx, email_index);
    // Written for a known address too, whose token nobody is ever told.
    await insertSignup(tx, {
      ...{ id, email_index, password_hash, token_hash: hashToken(token) },
      email: seal('pending_signups.email', id, email),
      profile: seal('pending_signups.profile', id, profile),
      created_at: now,
      expires_at: now.add({ hours: lifeHours }),
    });
    const mail = { to: email, locale };
    const proof = { ...mail, template: 'verify_email', params: { token, hours: lifeHours } } as const;
    await enqueueMail(tx, known ? { ...mail, template: 'account_exists', params: {} } : proof, now);
    return { status: 'verification_sent' as const };
  },
});
