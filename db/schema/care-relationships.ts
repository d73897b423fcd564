import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { patients } from './patients';
import { practitioners } from './practitioners';
import { users } from './users';

export type CareKind = 'treating' | 'consulting' | 'carer' | 'break_glass';

/** Why somebody may open a chart, and for how long. Without one, a chart does not exist for them. */
export const careRelationships = pgTable(
  'care_relationships',
  {
    id: id('care_relationships').primaryKey(),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    practitioner_id: id('practitioners').references(() => practitioners.id),
    user_id: id('users').references(() => users.id),
    kind: text().$type<CareKind>().notNull(),
    scope: text().notNull().default('chart'),
    // What made it: an appointment, an assignment, an import.
    source_id: uuid(),
    valid_from: instant().notNull(),
    valid_until: instant(),
    ended_by: id('users'),
    created_at: instant().notNull(),
  },
  (row) => [
    check('care_relationships_one_party', sql`num_nonnulls(${row.practitioner_id}, ${row.user_id}) = 1`),
    check('care_relationships_kind', sql`${row.kind} in ('treating', 'consulting', 'carer', 'break_glass')`),
    index('care_relationships_patient').on(row.patient_id, row.practitioner_id, row.user_id),
    index('care_relationships_practitioner').on(row.practitioner_id, row.patient_id),
    index('care_relationships_user').on(row.user_id, row.patient_id),
  ],
);
