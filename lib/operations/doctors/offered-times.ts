import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { listAvailabilityRules, listBusyRanges } from '#db/queries/availability-rules';
import { freeSlots, type TimeRange } from '#lib/domain/availability';
import type { Id } from '#lib/platform/ids';

interface Dates {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/** The doctor's times in those days that nobody has taken and that are still to come. */
export async function freeTimes(
  tx: Tx,
  doctorId: Id<'practitioners'>,
  { first, last }: Dates,
  now: Temporal.Instant,
): Promise<TimeRange[]> {
  // A day longer at both ends: a date begins at another instant in each zone.
  const range = {
    starts_at: first.subtract({ days: 1 }).toZonedDateTime('UTC').toInstant(),
    ends_at: last.add({ days: 2 }).toZonedDateTime('UTC').toInstant(),
  };
  const [rules, busy] = await Promise.all([
    listAvailabilityRules(tx, doctorId),
    listBusyRanges(tx, doctorId, range),
  ]);
  return freeSlots(rules, { first, last }, busy).filter(({ starts_at }) => isAfter(starts_at, now));
}

/** The time that the doctor offers at that moment, taken or not; null where none begins there. */
export async function offeredTime(
  tx: Tx,
  doctorId: Id<'practitioners'>,
  startsAt: Temporal.Instant,
  zone: string,
): Promise<TimeRange | null> {
  const day = startsAt.toZonedDateTimeISO(zone).toPlainDate();
  const rules = await listAvailabilityRules(tx, doctorId);
  const offered = freeSlots(rules, { first: day, last: day }, []);
  return offered.find((slot) => slot.starts_at.equals(startsAt)) ?? null;
}

const isAfter = (a: Temporal.Instant, b: Temporal.Instant) => a.epochNanoseconds > b.epochNanoseconds;
