import type { VisitToRemindOf } from '#db/queries/reminders';
import { settingsOf } from './settings-view';

/** By what a reminder's moment and words are reckoned. */
export const visitFacts = (visit: VisitToRemindOf) => ({
  startsAt: visit.scheduled_at,
  timedAt: visit.timed_at,
  zone: visit.zone ?? visit.clinic_zone,
  quiet: settingsOf(visit),
});
