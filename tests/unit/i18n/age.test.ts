import { describe, expect, it } from 'vitest';
import { ageOf } from '#lib/i18n/age';

const said = (birthDate: string, day: string) => {
  const age = ageOf(birthDate, day);
  return age && `${age.about ? 'about ' : ''}${age.count} ${age.unit}`;
};

describe('an age', () => {
  it.each([
    ['1965-03-03', '2026-03-02', '60 years'],
    ['1965-03-03', '2026-03-03', '61 years'],
    ['2024-02-29', '2026-02-28', '23 months'],
    ['2024-02-29', '2026-03-01', '2 years'],
    ['2025-08-31', '2026-02-28', '5 months'],
    ['2026-01-01', '2026-02-15', '6 weeks'],
    ['2026-02-01', '2026-02-28', '27 days'],
    ['2026-02-28', '2026-02-28', '0 days'],
  ])('of somebody born on %s is on %s %s', (born, day, words) => {
    expect(said(born, day)).toBe(words);
  });

  it('is said with care where the day of birth is not known', () => {
    expect(said('1961', '2026-03-02')).toBe('about 65 years');
    expect(said('1961-05', '2026-03-02')).toBe('about 64 years');
    expect(said('2025-05', '2026-03-02')).toBe('about 10 months');
  });

  it('is not made up: of nobody who is yet to be born, and of no words', () => {
    expect([said('2027-01-01', '2026-03-02'), said('2027', '2026-03-02')]).toEqual([null, null]);
    expect([said('', '2026-03-02'), said('in spring', '2026-03-02')]).toEqual([null, null]);
  });
});
