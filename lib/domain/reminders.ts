import { Temporal } from 'temporal-polyfill';

/** How long before a visit: seven days, one day, two hours. */
export const reminderKinds = ['week', 'day', 'hours'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

export const reminderChannels = ['mail', 'sms'] as const;
export type ReminderChannel = (typeof reminderChannels)[number];

/** By the reader's clock, `HH:MM` or longer; from and to the same is never. */
export interface QuietHours {
  readonly quiet_from: string;
  readonly quiet_to: string;
}

export interface ReminderSettings extends QuietHours {
  readonly mail_kinds: readonly ReminderKind[];
  readonly text_kinds: readonly ReminderKind[];
}

/** Of whoever has chosen nothing. A text message is for those who asked for it. */
export const defaultReminders: ReminderSettings = {
  mail_kinds: reminderKinds,
  text_kinds: [],
  quiet_from: '21:00',
  quiet_to: '08:00',
};

/** Longer, and a kind might have no time of day at which it may go out. */
const longestQuietMinutes = 14 * 60;

export function isTooQuiet({ quiet_from, quiet_to }: QuietHours): boolean {
  const minutes = Temporal.PlainTime.from(quiet_from)
    .until(Temporal.PlainTime.from(quiet_to))
    .total('minutes');
  return (minutes < 0 ? minutes + 24 * 60 : minutes) > longestQuietMinutes;
}

interface RemindedVisit {
  readonly startsAt: Temporal.Instant;
  /** Since when it has this time. */
  readonly timedAt: Temporal.Instant;
  /** Of the reader. */
  readonly zone: string;
  readonly quiet: QuietHours;
}

/** Days are those of the calendar: a week before ten o'clock is ten o'clock, whatever the clocks did in between. */
const ahead: Readonly<Record<ReminderKind, Temporal.DurationLike>> = {
  week: { days: 7 },
  day: { days: 1 },
  hours: { hours: 2 },
};

/** How long before the quiet hours something goes out that cannot wait for their end. */
const beforeQuietMinutes = 15;

interface Moments {
  /** When it is to go out. */
  readonly due: Temporal.Instant;
  /** A visit that has its time only since then is not reminded of so. */
  readonly agreedBefore: Temporal.Instant;
  /** From then on it says nothing that helps. */
  readonly until: Temporal.Instant;
}

/**
 * What would fall into the quiet hours waits for their end. Where that would be too late it goes out before they begin: two
 * hours before a visit, and a day before where they end on its day.
 */
export function reminderMoments(kind: ReminderKind, visit: Omit<RemindedVisit, 'timedAt'>): Moments {
  const { startsAt, zone, quiet } = visit;
  const asked = startsAt.toZonedDateTimeISO(zone).subtract(ahead[kind]);
  const span = quietSpan(asked, quiet);
  const until = {
    week: asked.add({ days: 1 }).toInstant(),
    day: startsAt.subtract({ hours: 2 }),
    hours: startsAt,
  }[kind];
  const cannotWait = kind === 'hours' || (kind === 'day' && span && isOn(startsAt, span.to));
  if (cannotWait) {
    const due = (span ? span.from.subtract({ minutes: beforeQuietMinutes }) : asked).toInstant();
    return { due, agreedBefore: due, until };
  }
  return { due: (span?.to ?? asked).toInstant(), agreedBefore: asked.toInstant(), until };
}

const isOn = (at: Temporal.Instant, day: Temporal.ZonedDateTime): boolean =>
  at.toZonedDateTimeISO(day.timeZoneId).toPlainDate().equals(day.toPlainDate());

interface Wording {
  /** The kind whose words are true now. */
  readonly words: ReminderKind;
  /** Until when they are. */
  readonly trueUntil: Temporal.Instant;
}

/** "Tomorrow" is said of no visit on its own day: what comes so late says what is said two hours before. */
export function reminderWording(
  kind: ReminderKind,
  visit: Omit<RemindedVisit, 'timedAt'>,
  now: Temporal.Instant,
): Wording {
  const { startsAt, zone } = visit;
  if (kind === 'week') return { words: kind, trueUntil: reminderMoments(kind, visit).until };
  if (kind === 'hours' || isOn(startsAt, now.toZonedDateTimeISO(zone))) {
    return { words: 'hours', trueUntil: startsAt };
  }
  return { words: kind, trueUntil: startsAt.toZonedDateTimeISO(zone).startOfDay().toInstant() };
}

/** Whether somebody is to be reminded of it now. */
export function isReminderDue(kind: ReminderKind, visit: RemindedVisit, now: Temporal.Instant): boolean {
  const { due, agreedBefore, until } = reminderMoments(kind, visit);
  const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
  if (!isBefore(visit.timedAt, agreedBefore)) return false;
  if (isBefore(now, due) || !isBefore(now, until)) return false;
  return !isQuiet(now, visit.zone, visit.quiet);
}

/** Whether somebody is not to be disturbed now. */
export const isQuiet = (now: Temporal.Instant, zone: string, quiet: QuietHours): boolean =>
  quietSpan(now.toZonedDateTimeISO(zone), quiet) !== null;

interface Span {
  readonly from: Temporal.ZonedDateTime;
  readonly to: Temporal.ZonedDateTime;
}

/** The quiet hours in which a moment lies: those that began on its day, or on the day before. */
function quietSpan(at: Temporal.ZonedDateTime, { quiet_from, quiet_to }: QuietHours): Span | null {
  const [from, to] = [Temporal.PlainTime.from(quiet_from), Temporal.PlainTime.from(quiet_to)];
  const order = Temporal.PlainTime.compare(from, to);
  if (order === 0) return null;
  const spanOf = (day: Temporal.PlainDate): Span => {
    const clock = (date: Temporal.PlainDate, plainTime: Temporal.PlainTime) =>
      date.toZonedDateTime({ timeZone: at.timeZoneId, plainTime });
    return { from: clock(day, from), to: clock(order < 0 ? day : day.add({ days: 1 }), to) };
  };
  const isIn = (span: Span) =>
    Temporal.ZonedDateTime.compare(span.from, at) <= 0 && Temporal.ZonedDateTime.compare(at, span.to) < 0;
  const today = at.toPlainDate();
  return [today, today.subtract({ days: 1 })].map(spanOf).find(isIn) ?? null;
}
