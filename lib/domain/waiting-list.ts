import { Temporal } from 'temporal-polyfill';
import { type DayPart, dayPartOf } from './availability/day-part';
import type { Opening } from './availability/openings';

/** So many lists at once: each offer keeps a doctor's time from others. */
export const mostWaits = 5;

/** How long an offered time is kept; and how long at least, or nobody is asked. */
const [offerMinutes, shortestOfferMinutes] = [120, 15];

/** By when an answer has to come: the first of these. */
interface OfferLimits {
  readonly now: Temporal.Instant;
  /** When the offered time begins, and how long before that it is booked at the latest. */
  readonly starts: Temporal.Instant;
  readonly leadMinutes: number;
  /** Until when the visit that it replaces may be cancelled; null where there is none. */
  readonly replaceableUntil: Temporal.Instant | null;
}

/** Until when a time is kept for somebody; null where too little is left to ask them. */
export function offerEnd({
  now,
  starts,
  leadMinutes,
  replaceableUntil,
}: OfferLimits): Temporal.Instant | null {
  const ends = [now.add({ minutes: offerMinutes }), starts.subtract({ minutes: leadMinutes })];
  if (replaceableUntil) ends.push(replaceableUntil);
  const [first] = ends.sort(Temporal.Instant.compare);
  const least = now.add({ minutes: shortestOfferMinutes });
  return first && Temporal.Instant.compare(first, least) >= 0 ? first : null;
}

interface WaitWish {
  readonly from_day: string;
  readonly until_day: string;
  /** Empty for any. */
  readonly day_parts: readonly DayPart[];
  /** When the visit is that an earlier time would replace. */
  readonly before: Temporal.Instant | null;
}

/** Whether a time is what somebody waits for. Days and their parts are those of the site's clock. */
export function isWaitedFor({ date, minute, starts }: Opening, wish: WaitWish): boolean {
  const { from_day, until_day, day_parts, before } = wish;
  return (
    date >= from_day &&
    date <= until_day &&
    (day_parts.length === 0 || day_parts.includes(dayPartOf(minute))) &&
    (before === null || starts < before.epochMilliseconds)
  );
}
