import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, id, instant } from '../columns';
import { sessions } from './sessions';
import { users } from './users';

export type ChallengePurpose = 'registration' | 'sign_in' | 'second_factor' | 'step_up';

/** Random bytes that an authenticator has to sign, once. Its owner is not known when signing in with a passkey begins. */
export const webauthnChallenges = pgTable(
  'webauthn_challenges',
  {
    id: id('webauthn_challenges').primaryKey(),
    purpose: text().$type<ChallengePurpose>().notNull(),
    challenge_hash: hash().notNull(),
    user_id: id('users').references(() => users.id),
    // Registration and step-up: the session that asked, and no other, may answer.
    session_id: id('sessions').references(() => sessions.id),
    created_at: instant().notNull(),
    expires_at: instant().notNull(),
    used_at: instant(),
  },
  (row) => [
    check(
      'webauthn_challenges_purpose',
      sql`${row.purpose} in ('registration', 'sign_in', 'second_factor', 'step_up')`,
    ),
    uniqueIndex('webauthn_challenges_hash').on(row.challenge_hash),
    index('webauthn_challenges_expires').on(row.expires_at),
  ],
);
