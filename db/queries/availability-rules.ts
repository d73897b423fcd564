import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { availabilityRules } from '../schema/availability-rules';

export type AvailabilityRuleRow = Pick<
  typeof availabilityRules.$inferSelect,
  'weekday' | 'starts' | 'ends' | 'slot_minutes'
> & { zone: string };

/** When a doctor sees patients, by the clock of the site. */
export function listAvailabilityRules(tx: Tx, doctorId: Id<'practitioners'>): Promise<AvailabilityRuleRow[]> {
  return tx<AvailabilityRuleRow[]>`
    select r.weekday, r.starts, r.ends, r.slot_minutes, c.zone
      from availability_rules r join clinics c on c.id = r.clinic_id
     where r.practitioner_id = ${doctorId}
     order by r.weekday, r.starts`;
}

export interface BusyRange {
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
}

/** Taken time of a doctor: all that anybody may learn of the visits of others. */
export function listBusyRanges(
  tx: Tx,
  doctorId: Id<'practitioners'>,
  range: BusyRange,
): Promise<BusyRange[]> {
  return tx<BusyRange[]>`
    select * from app.busy_ranges(${doctorId}, tstzrange(${range.starts_at}, ${range.ends_at}, '[)'))`;
}

export function insertAvailabilityRule(tx: Tx, row: typeof availabilityRules.$inferInsert): Statement {
  return insertRow(tx, availabilityRules, row);
}
