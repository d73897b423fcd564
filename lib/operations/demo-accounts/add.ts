import { z } from 'zod';
import { findUserByEmailIndex, lockImport } from '#db/queries/imports';
import { insertUser } from '#db/queries/users';
import { addPassword } from '#lib/auth/new-account';
import { blindIndex } from '#lib/crypto/blind-index';
import { hashPassword } from '#lib/crypto/password-hash';
import { seal } from '#lib/crypto/seal';
import { emailAddress } from '#lib/domain/email';
import { env } from '#lib/platform/env';
import { newId, userId } from '#lib/platform/ids';
import { roles } from '#lib/policy/roles';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { demoDomain, demoPassword } from './demo-credentials';
import { addDemoFactor, addDemoProfile, demoProfile } from './demo-person';

/** A verified account of the demo with its known password; staff with a second factor. Elsewhere it does not exist. */
export const addDemoAccount = defineOperation({
  name: 'demo-accounts.add',
  kind: 'command',
  rest: 'POST /demo/accounts',
  summary: 'Add an account of the demo clinic',
  permission: 'write:profile',
  stepUp: 'none',
  jobs: ['import'],
  input: z.strictObject({ email: emailAddress, role: z.enum(roles), profile: demoProfile }),
  output: z.strictObject({ user_id: userId, added: z.boolean() }),
  errors: ['not_found'],
  audit: { event: 'IMPORT_ACCOUNT', resource: 'user', details: ['role'] },
  example: {
    input: {
      email: `elsa.vargas@${demoDomain}`,
      role: 'patient',
      profile: { first_name: 'Elsa', last_name: 'Vargas', date_of_birth: '1976-09-11' },
    },
    output: { user_id: '01920000-0000-7000-8000-000000000001', added: true },
  },

  prepare: () => hashPassword(demoPassword),

  // No person may write for the clinic as a whole: the policy refuses all but the job.
  subject: () => (env().mode === 'demo' ? theClinic() : null),

  async handle({ tx, now, input, prepared: passwordHash, audit }) {
    await lockImport(tx);
    const emailIndex = blindIndex('email', input.email);
    const known = await findUserByEmailIndex(tx, emailIndex);
    const id = known ?? newId('users');
    audit({ resource_id: id });
    if (known) return { user_id: id, added: false };
    const { email, role, profile } = input;
    const sealedEmail = seal('users.email', id, email);
    await insertUser(tx, {
      ...{ id, role, now },
      email: sealedEmail,
      email_index: emailIndex,
      password_hash: passwordHash,
      is_verified: true,
      locale: 'en',
    });
    await addPassword(tx, id, passwordHash, now);
    await addDemoProfile(tx, id, profile, now);
    if (role !== 'patient') await addDemoFactor(tx, id, email, now);
    return { user_id: id, added: true };
  },
});
