import { Temporal } from 'temporal-polyfill';
import { regionOf } from './locale';
import { shownDecimal } from './shown-decimal';

/** A moment as the operations give it: an instant or its RFC 3339 text. */
export type Moment = string | Temporal.Instant;
/** A calendar date with the precision that is known: 2026, 2026-11 or 2026-11-24 (FHIR R4 `date`). */
export type PartialDate = string | Temporal.PlainDate;

type Options = Intl.DateTimeFormatOptions;

const millisecondsOf = (moment: Moment) => Temporal.Instant.from(moment.toString()).epochMilliseconds;

const partialDates: readonly [shape: RegExp, suffix: string, options: Options][] = [
  [/^\d{4}$/, '-01-01', { year: 'numeric' }],
  [/^\d{4}-\d{2}$/, '-01', { year: 'numeric', month: 'short' }],
  [/^\d{4}-\d{2}-\d{2}$/, '', { year: 'numeric', month: 'short', day: 'numeric' }],
];

const decimal = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;

const pointOf = (style: Intl.NumberFormat) =>
  style.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';

/**
 * The one place that turns dates, times and numbers into words. Always with an explicit zone, on the server, so that
 * the answer does not depend on where it is read. 24-hour clock; "24 Nov 2026" in tables, "Tuesday 24 November" in prose.
 */
export function formatter(locale: string, zone: string) {
  const region = regionOf(locale);
  // Made when first asked for, and then kept: one is dear, and a chart has thousands of dates.
  const styleOf = (options: Options) => {
    let style: Intl.DateTimeFormat | undefined;
    return (milliseconds: number) => {
      style ??= new Intl.DateTimeFormat(region, options);
      return style.format(milliseconds);
    };
  };
  const inZone = (options: Options) => {
    const style = styleOf({ timeZone: zone, ...options });
    return (moment: Moment) => style(millisecondsOf(moment));
  };

  const time = inZone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const date = inZone({ day: 'numeric', month: 'short', year: 'numeric' });
  const dayOf = (moment: Moment) =>
    Temporal.Instant.from(moment.toString()).toZonedDateTimeISO(zone).toPlainDate();

  /** "Tuesday 24 November 2026": the comma that en-GB sets only where a year follows is left out, as it is without one. */
  const withoutComma = (text: string) => text.replace(/^(\p{L}+),/u, '$1');
  const long: Options = { weekday: 'long', day: 'numeric', month: 'long' };

  /** A date without a clock, in prose or in parts: its options never see a zone other than the calendar's own. */
  const plain = (options: Options) => {
    const style = styleOf({ timeZone: 'UTC', ...options });
    return (day: PartialDate) => style(millisecondsOf(`${day.toString()}T00:00:00Z`));
  };
  const partials = partialDates.map(([shape, suffix, options]) => ({ shape, suffix, style: plain(options) }));

  function partialDate(value: PartialDate): string {
    const written = value.toString();
    const match = partials.find(({ shape }) => shape.test(written));
    return match ? match.style(written + match.suffix) : written;
  }

  /**
   * Digits are grouped, never rounded: 1.50 keeps its zero because a laboratory wrote it. Other text is left alone.
   * The part before the point goes through a BigInt, what follows it through nothing: the formatter of Node 20 takes
   * neither more than 20 places nor a text beyond the largest float.
   */
  let digits: Intl.NumberFormat | undefined;
  function number(value: number | string): string {
    const written = String(value);
    const match = decimal.exec(written);
    if (!match) return written;
    const [, sign, whole = '', fraction] = match;
    digits ??= new Intl.NumberFormat(region);
    const grouped = `${sign}${digits.format(BigInt(whole))}`;
    return fraction === undefined ? grouped : `${grouped}${pointOf(digits)}${fraction}`;
  }

  /** A measured value, without the digits of a float; what the record holds stays as it was received. */
  const measured = (value: number | string, limits?: readonly string[]) =>
    number(shownDecimal(String(value), limits));

  return {
    zone,
    time,
    timeWithSeconds: inZone({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    date,
    dateTime: (moment: Moment) => `${date(moment)}, ${time(moment)}`,
    longDate: inZone(long),
    longDateWithYear: (moment: Moment) => withoutComma(inZone({ ...long, year: 'numeric' })(moment)),
    weekday: inZone({ weekday: 'long' }),
    /** "Tue 24 Nov" */
    weekdayDate: inZone({ weekday: 'short', day: 'numeric', month: 'short' }),
    dayNumber: inZone({ day: 'numeric' }),
    month: inZone({ month: 'long' }),
    dayOf,
    partialDate,
    plainLongDate: plain(long),
    plainLongDateWithYear: (day: PartialDate) => withoutComma(plain({ ...long, year: 'numeric' })(day)),
    plainWeekday: plain({ weekday: 'short' }),
    plainDay: plain({ day: 'numeric', month: 'short' }),
    number,
    measured,
    /** Whole days from one moment's date to another's, in this zone: tomorrow is 1 whatever the hour. */
    daysBetween: (from: Moment, to: Moment) => dayOf(from).until(dayOf(to)).days,
    zoneDiffers: (other: string) => other !== zone,
  };
}

export type Formatter = ReturnType<typeof formatter>;

/** At most two letters for an avatar: of the first and the last word that has any. */
export function initialsOf(name: string): string {
  const words = name
    .split(/\s+/u)
    .filter((word) => /^\p{L}/u.test(word) && !/^(?:dr|prof|mr|mrs|ms)\.?$/iu.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}
