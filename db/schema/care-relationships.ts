import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { patients } from './patients';
import { practitioners } from './practitioners';
import { users } from './users';

export type CareKind = 'treating' | 'consulting' | 'carer' | 'break_glass';

/**
 * How much a relationship opens. Consulting: `chart` without what is restricted, or `restricted` with it. A carer reads
 * records and visits (`chart`), sees and books visits (`appointments`), or both.
 */
export type CareScope = 'chart' | 'restricted' | 'appointments' | 'chart_and_appointments';

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
    scope: text().$type<CareScope>().notNull().default('chart'),
    // What made it: an appointment, an invitation. Null where an admin or an import has assigned somebody.
    source_id: uuid(),
    // Who has granted or assigned it; null for a booking and an import.
    granted_by: id('users').references(() => users.id),
    valid_from: instant().notNull(),
    valid_until: instant(),
    ended_by: id('users'),
    created_at: instant().notNull(),
  },
  (row) => [
    check('care_relationships_one_party', sql`num_nonnulls(${row.practitioner_id}, ${row.user_id}) = 1`),
    check('care_relationships_kind', sql`${row.kind} in ('treating', 'consulting', 'carer', 'break_glass')`),
    check(
      'care_relationships_scope',
      sql`case ${row.kind} when 'consulting' then ${row.scope} in ('chart', 'restricted')
          when 'carer' then ${row.scope} in ('chart', 'appointments', 'chart_and_appointments')
          else ${row.scope} = 'chart' end`,
    ),
    index('care_relationships_patient').on(row.patient_id, row.practitioner_id, row.user_id),
    index('care_relationships_practitioner').on(row.practitioner_id, row.patient_id),
    index('care_relationships_user').on(row.user_id, row.patient_id),
  ],
);
