import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, id, instant, sealed } from '../columns';

/** An account: somebody who can sign in. People with charts are `patients`, staff are `practitioners`. */
export const users = pgTable(
  'users',
  {
    id: id('users').primaryKey(),
    email: sealed('users.email').notNull(),
    email_index: hash().notNull(),
    // Readable by the sign-in functions only; null until an invitation is accepted.
    password_hash: text(),
    role: text().$type<'patient' | 'doctor' | 'admin'>().notNull(),
    is_verified: boolean().notNull(),
    locale: text(),
    // IANA; null: that of the clinic.
    zone: text(),
    // Counted up with each change of what the owner tells about themself.
    profile_version: integer().notNull().default(1),
    password_changed_at: instant(),
    // What the breach check said: `unchecked` where its service was out of reach, until the next sign-in.
    password_state: text().$type<'checked' | 'unchecked' | 'breached'>().notNull().default('checked'),
    // Set together with deleted_at when the owner deletes the account, or its invitation is withdrawn.
    disabled_at: instant(),
    deleted_at: instant(),
    created_at: instant().notNull(),
    updated_at: instant().notNull(),
  },
  (row) => [
    check('users_password_state', sql`${row.password_state} in ('checked', 'unchecked', 'breached')`),
    check('users_role', sql`${row.role} in ('patient', 'doctor', 'admin')`),
    index('idx_user_email_verified').on(row.email_index, row.is_verified),
    uniqueIndex('users_email_index_live').on(row.email_index).where(sql`deleted_at is null`),
    index('users_created_at').on(row.created_at, row.id),
  ],
);
