import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, id, instant, sealed } from '../columns';
import type { CareScope } from './care-relationships';
import { patients } from './patients';

/** Whom a patient has asked to look after their record. It opens nothing before that person has accepted it. */
export const carerInvitations = pgTable(
  'carer_invitations',
  {
    id: id('carer_invitations').primaryKey(),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    // As the patient calls them, and where they read their mail.
    name: sealed('carer_invitations.name').notNull(),
    email: sealed('carer_invitations.email').notNull(),
    email_index: hash().notNull(),
    scope: text().$type<Exclude<CareScope, 'restricted'>>().notNull(),
    // Until when what was granted holds.
    valid_until: instant(),
    token_hash: hash().notNull(),
    created_at: instant().notNull(),
    expires_at: instant().notNull(),
    accepted_at: instant(),
    withdrawn_at: instant(),
  },
  (row) => [
    check(
      'carer_invitations_scope',
      sql`${row.scope} in ('chart', 'appointments', 'chart_and_appointments')`,
    ),
    uniqueIndex('carer_invitations_token').on(row.token_hash),
    index('carer_invitations_patient').on(row.patient_id, row.created_at),
    index('carer_invitations_email').on(row.email_index),
  ],
);
