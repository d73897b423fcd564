import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { hash, id, instant } from '../columns';
import { userDevices } from './user-devices';
import { users } from './users';

/** A sign-in that lasts. Looked up on every request, so revoking one is seen by the next. */
export const sessions = pgTable(
  'sessions',
  {
    id: id('sessions').primaryKey(),
    user_id: id('users')
      .notNull()
      .references(() => users.id),
    kind: text().$type<'portal' | 'api'>().notNull(),
    // Portal: the hash of the opaque secret in the cookie. API: null, the access token is signed.
    secret_hash: hash(),
    device_id: id('user_devices').references(() => userDevices.id),
    assurance: text().$type<'aal1' | 'aal2'>().notNull(),
    scopes: text().array().notNull(),
    ip_address: text(),
    user_agent: text(),
    authenticated_at: instant().notNull(),
    second_factor_at: instant(),
    // What proved it last: a factor's kind, `recovery_code` or `sso`.
    second_factor_kind: text(),
    last_activity_at: instant().notNull(),
    idle_timeout_seconds: integer(),
    expires_at: instant().notNull(),
    revoked_at: instant(),
    revoked_reason: text(),
    created_at: instant().notNull(),
  },
  (row) => [
    check(
      'sessions_kind',
      sql`(${row.kind} = 'portal') = (${row.secret_hash} is not null) and ${row.kind} in ('portal', 'api')`,
    ),
    check('sessions_assurance', sql`${row.assurance} in ('aal1', 'aal2')`),
    index('sessions_user').on(row.user_id, row.created_at),
  ],
);
