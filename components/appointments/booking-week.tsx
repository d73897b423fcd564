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

/** The week that holds the wished day, counted from today: nobody books yesterday. */
export function bookingWeek(today: string, wished: string | undefined): BookingWeek {
  const first = Temporal.PlainDate.from(today);
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
