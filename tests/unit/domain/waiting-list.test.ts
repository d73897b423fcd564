import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isWaitedFor, offerEnd } from '#lib/domain/waiting-list';

const at = (text: string) => Temporal.Instant.from(text);
const now = at('2026-03-02T09:00:00Z');
const end = (starts: string, leadMinutes: number, replaceableUntil: string | null = null) =>
  offerEnd({
    now,
    starts: at(starts),
    leadMinutes,
    replaceableUntil: replaceableUntil === null ? null : at(replaceableUntil),
  })?.toString() ?? null;

describe('an offer', () => {
  it.each([
    ['two hours', '2026-03-03T09:00:00Z', 0, null, '2026-03-02T11:00:00Z'],
    ['until the visit begins', '2026-03-02T10:00:00Z', 0, null, '2026-03-02T10:00:00Z'],
    ['until the last moment to book it', '2026-03-02T12:00:00Z', 150, null, '2026-03-02T09:30:00Z'],
    [
      'until the other can be cancelled',
      '2026-03-03T09:00:00Z',
      0,
      '2026-03-02T10:30:00Z',
      '2026-03-02T10:30:00Z',
    ],
    ['a quarter of an hour at least', '2026-03-02T09:15:00Z', 0, null, '2026-03-02T09:15:00Z'],
    ['not at all below', '2026-03-02T09:14:59Z', 0, null, null],
    ['not at all past the notice', '2026-03-03T09:00:00Z', 0, '2026-03-02T08:00:00Z', null],
  ])('lasts %s', (_what, starts, lead, until, expected) => {
    expect(end(starts, lead, until)).toBe(expected);
  });
});

describe('a time', () => {
  const opening = {
    date: '2026-03-03',
    minute: 11 * 60 + 59,
    starts: at('2026-03-03T11:59:00Z').epochMilliseconds,
    ends: at('2026-03-03T12:29:00Z').epochMilliseconds,
    step: 1_800_000,
    room_id: null,
    in_person: true,
    video: true,
  };
  const wish = { from_day: '2026-03-03', until_day: '2026-03-03', day_parts: [], before: null };
  it.each([
    [true, {}],
    [true, { day_parts: ['evening', 'morning'] as const }],
    [false, { day_parts: ['afternoon'] as const }],
    [false, { from_day: '2026-03-04', until_day: '2026-03-04' }],
    [false, { from_day: '2026-03-01', until_day: '2026-03-02' }],
    [true, { before: at('2026-03-03T12:00:00Z') }],
    [false, { before: at('2026-03-03T11:59:00Z') }],
  ])('is waited for: %s with %o', (expected, more) => {
    expect(isWaitedFor(opening, { ...wish, ...more })).toBe(expected);
  });
});
