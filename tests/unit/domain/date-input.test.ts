import { expect, it } from 'vitest';
import { dateInput } from '#lib/domain/date-input';

it.each(['1900-01-01', '2026-03-03', '2999-12-31'])('%s is a date', (text) => {
  expect(dateInput.parse(text)).toBe(text);
});

// With days added or taken away, and in whatever zone, a date must still have a year that PostgreSQL reads.
it.each(['0000-01-01', '0001-01-01', '1899-12-31', '3000-01-01', '9999-12-31'])(
  '%s is too far away',
  (text) => {
    expect(dateInput.safeParse(text).error?.issues[0]?.message).toBe('invalid_date');
  },
);

it.each(['2026-02-30', '2026-3-3', '2026-03', '+002026-03-03', 'today'])('%s is no date', (text) => {
  expect(dateInput.safeParse(text).success).toBe(false);
});
