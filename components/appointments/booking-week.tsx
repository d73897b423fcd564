import { Temporal } from 'temporal-polyfill';
import { wishedDate } from './wished-date';

interface BookingWeek {
  /** The first of seven days. */
  from: string;
  /** The day that was asked for; undefined leaves the choice to what is free. */
  day: string | undefined;
  earlier: string | undefined;
  later: string;
}

interface SiteClock {
  /** The moment of the request. */
  now: string;
  /** Of the site: the dates are by its clock, and the reader's own may show another. */
  zone: string;
}

/** The week that holds the wished day, counted from today where the visit is to be: nobody books yesterday. */
export function bookingWeek({ now, zone }: SiteClock, wished: string | undefined): BookingWeek {
  const first = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  const day = wishedDate(wished);
  const ahead = day ? Math.max(first.until(day).days, 0) : 0;
  const from = first.add({ days: ahead - (ahead % 7) });
  const isFirst = from.equals(first);
  const earlier = isFirst ? undefined : from.subtract({ days: 7 }).toString();
  return {
    from: from.toString(),
    day: day && first.until(day).sign >= 0 ? day.toString() : undefined,
    earlier,
    later: from.add({ days: 7 }).toString(),
  };
}

interface Slot {
  starts_at: string;
}

interface OfferedDay<S> {
  date: string;
  slots: readonly S[];
}

/** The day to show, the first with a free time where none was asked for, and the free time that was chosen on it. */
export function chosenDay<S extends Slot>(
  days: readonly OfferedDay<S>[],
  { from, day: wished }: BookingWeek,
  at: string | undefined,
) {
  const day =
    days.find(({ date }) => date === wished) ?? days.find(({ slots }) => slots.length > 0) ?? days[0];
  const slots = day?.slots ?? [];
  const slot = slots.find(({ starts_at }) => starts_at === at);
  return { date: day?.date ?? from, slots, slot };
}
