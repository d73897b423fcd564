import { expect, it } from 'vitest';
import { momentInput } from '#lib/domain/moment-input';

it.each([
  ['2026-03-03T09:00:00Z', '2026-03-03T09:00:00Z'],
  ['2026-03-03T10:00:00+01:00', '2026-03-03T09:00:00Z'],
  ['2026-03-03T09:00:00.123456789Z', '2026-03-03T09:00:00.123456Z'],
])('%s is %s', (text, moment) => {
  expect(momentInput.parse(text).toString()).toBe(moment);
});

it.each([
  '2026-03-03',
  '2026-03-03T09:00:00',
  '2026-02-30T09:00:00Z',
  '2026-03-03T24:00:00Z',
  '2026-03-03T09:00:00.1234567891Z',
  '2026-03-03T09:00:00Z[Europe/London]',
  'tomorrow',
  '0000-06-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-00:01',
])('%s is no moment', (text) => {
  expect(momentInput.safeParse(text).error?.issues[0]?.message).toBe('invalid_date_time');
});
