import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { lockOwnCalendar } from '#db/queries/own-hours';
import type { Id } from '#lib/platform/ids';
import { plainSettings } from './hours-view';

/**
 * Two changes of one doctor's hours stand in line: what replaces hours deletes those that it sees, and would leave what
 * another writes at that moment. Answers the version that stands.
 */
export function holdCalendar(tx: Tx, practitioner_id: Id<'practitioners'>, now: Temporal.Instant) {
  return lockOwnCalendar(tx, { practitioner_id, ...plainSettings, version: 0, updated_at: now });
}
