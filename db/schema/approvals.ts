import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';
import { clinics } from './clinics';
import { users } from './users';

/** What needs a second admin. `recovery` gives an account a way back in; `grant_role` changes what one is. */
export type ApprovalKind = 'recovery' | 'grant_role';
/** How the admin who asks has made sure of whom they speak with. */
export type IdentityCheck = 'in_person' | 'video_call' | 'known_number';
export type ApprovalStatus = 'requested' | 'approved' | 'refused' | 'expired' | 'done';

/** One act that two admins have to agree on, and what became of it. */
export const approvals = pgTable(
  'approvals',
  {
    id: id('approvals').primaryKey(),
    kind: text().$type<ApprovalKind>().notNull(),
    status: text().$type<ApprovalStatus>().notNull(),
    // Whose account it is about.
    user_id: id('users')
      .notNull()
      .references(() => users.id),
    requested_by: id('users')
      .notNull()
      .references(() => users.id),
    // What a `grant_role` makes of it.
    role: text().$type<'patient' | 'doctor' | 'admin'>(),
    // What patients will read of a new doctor. A practitioner is told of it once it is agreed on.
    clinic_id: id('clinics').references(() => clinics.id),
    display_name: sealed('approvals.display_name'),
    speciality: text(),
    identity_check: text().$type<IdentityCheck>(),
    reason: sealed('approvals.reason').notNull(),
    decided_by: id('users').references(() => users.id),
    decided_at: instant(),
    // An approved act waits until then, so that whoever it is done to can object.
    not_before: instant(),
    expires_at: instant().notNull(),
    done_at: instant(),
    created_at: instant().notNull(),
  },
  (row) => [
    check('approvals_kind', sql`${row.kind} in ('recovery', 'grant_role')`),
    check(
      'approvals_role',
      sql`(${row.kind} = 'grant_role') = (${row.role} in ('patient', 'doctor', 'admin'))`,
    ),
    check(
      'approvals_identity',
      sql`(${row.kind} = 'recovery') = coalesce(${row.identity_check} in ('in_person', 'video_call', 'known_number'), false)`,
    ),
    check('approvals_status', sql`${row.status} in ('requested', 'approved', 'refused', 'expired', 'done')`),
    // Nobody agrees with themself, and nobody decides about their own account.
    check('approvals_two_people', sql`${row.decided_by} is null or ${row.decided_by} <> ${row.requested_by}`),
    check(
      'approvals_not_own',
      sql`${row.user_id} <> ${row.requested_by} and (${row.decided_by} is null or ${row.user_id} <> ${row.decided_by})`,
    ),
    // Without a decider it was refused by its own subject, who objected before a second admin had looked.
    check(
      'approvals_decided',
      sql`(${row.status} in ('approved', 'done')) <= (${row.decided_by} is not null)
          and (${row.status} in ('approved', 'refused', 'done')) <= (${row.decided_at} is not null)`,
    ),
    uniqueIndex('approvals_open').on(row.user_id, row.kind).where(sql`status in ('requested', 'approved')`),
    index('approvals_created').on(row.created_at, row.id),
  ],
);
