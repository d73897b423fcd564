import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { calendarDays, plainCalendar } from '#lib/domain/availability/calendar';
import { nothingTaken, type Opening, offerOf, openTimes } from '#lib/domain/availability/openings';

/** What stands in docs/clock-changes.md, so that a person can check it. */
const places = [
  ['America/New_York', 2026],
  ['Europe/London', 2026],
  ['Australia/Lord_Howe', 2026],
  // São Paulo has moved no clock since 2019, and Kolkata none at all: an ordinary spring and autumn.
  ['America/Sao_Paulo', 2018],
  ['Asia/Kolkata', 2026],
] as const;

const hours = {
  ...{ starts: '00:00', ends: '04:30', slot_minutes: 30, break_starts: null, break_ends: null },
  ...{ in_person: true, video: true, room_id: null },
};
const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...hours, weekday }));

/** The days of that year on which the clock is moved, or the first of March and of October. */
function daysOf(zone: string, year: number): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`${year}-01-01T00:00[${zone}]`);
  while (at) {
    at = at.getTimeZoneTransition('next');
    if (!at || at.year > year) break;
    days.push(at.toPlainDate());
  }
  return days.length > 0 ? days : [3, 10].map((month) => new Temporal.PlainDate(year, month, 1));
}

function timesOn(day: Temporal.PlainDate, zone: string): string {
  const days = calendarDays({ first: day, last: day }, zone);
  const calendar = { ...plainCalendar, weekly, horizon_days: 100_000 };
  const shown = ({ starts }: Opening) => {
    const at = Temporal.Instant.fromEpochMilliseconds(starts).toZonedDateTimeISO(zone);
    return `${at.toPlainTime().toString().slice(0, 5)} (${at.toInstant().toString().slice(11, 16)}Z)`;
  };
  const offer = offerOf(calendar, days, { minutes: null, mode: null });
  return openTimes(offer, nothingTaken, 0).map(shown).join(' · ');
}

it('the times of a night on which the clock is moved are as the document prints them', async () => {
  const rows = places.flatMap(([zone, year]) =>
    daysOf(zone, year).map((day) => {
      const length = day.toZonedDateTime(zone).hoursInDay;
      return `| ${zone} | ${day} | ${length} h | ${timesOn(day, zone)} |`;
    }),
  );
  const text = [
    '# Times over a change of the clock',
    '',
    'What a doctor offers who sees patients from midnight to half past four, every half hour, by the clock on the wall of the',
    'site, with the moment in UTC beside each time. What the clock skips in spring is not offered; what it shows twice in autumn',
    'is offered once, at its first pass. Written by `tests/unit/domain/clock-change-table.test.ts` (`-u` writes it anew).',
    '',
    '| zone | day | length | offered |',
    '|--|--|--|--|',
    ...rows,
    '',
  ].join('\n');
  await expect(text).toMatchFileSnapshot('../../../docs/clock-changes.md');
});
