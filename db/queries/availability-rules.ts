import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { availabilityRules } from '../schema/availability-rules';

export function insertAvailabilityRule(tx: Tx, row: typeof availabilityRules.$inferInsert): Statement {
  return insertRow(tx, availabilityRules, row);
}
