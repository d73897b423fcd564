import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { hash, id, instant, sealed } from '../columns';
import { sessions } from './sessions';
import { users } from './users';

export type FactorKind = 'totp' | 'sms' | 'webauthn';

/** What answers for an account beside its password. It counts once it was confirmed and until it is revoked. */
export const factors = pgTable(
  'factors',
  {
    id: id('factors').primaryKey(),
    user_id: id('users')
      .notNull()
      .references(() => users.id),
    kind: text().$type<FactorKind>().notNull(),
    // What its owner calls it.
    name: sealed('factors.name'),
    // TOTP: the shared key. SMS: the number, E.164. WebAuthn has none: its public key is no secret.
    secret: sealed('factors.secret'),
    // Where it is being set up: its secret is shown, and its first code taken, in this session only.
    session_id: id('sessions').references(() => sessions.id),
    // TOTP: the last time step used (RFC 6238 section 5.2: a code is accepted once).
    last_step: integer(),
    // WebAuthn Level 3, section 4, "credential record".
    credential_id: hash(),
    public_key: hash(),
    sign_count: bigint({ mode: 'number' }),
    transports: text().array(),
    aaguid: uuid(),
    // It can verify its user, so it signs in without a password.
    verifies_user: boolean(),
    backup_eligible: boolean(),
    backed_up: boolean(),
    // The counter went backwards: two authenticators may hold this key (section 6.1.1).
    flagged_at: instant(),
    last_used_at: instant(),
    confirmed_at: instant(),
    revoked_at: instant(),
    created_at: instant().notNull(),
  },
  (row) => [
    check('factors_kind', sql`${row.kind} in ('totp', 'sms', 'webauthn')`),
    check(
      'factors_material',
      sql`case when ${row.kind} = 'webauthn' then ${row.credential_id} is not null and ${row.public_key} is not null
                 and ${row.sign_count} is not null and ${row.verifies_user} is not null
               else ${row.secret} is not null and ${row.credential_id} is null end`,
    ),
    index('factors_user').on(row.user_id),
    uniqueIndex('factors_credential').on(row.credential_id),
  ],
);
