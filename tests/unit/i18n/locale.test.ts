import { describe, expect, it } from 'vitest';
import { chooseLocale, directionOf } from '#lib/i18n/locale';

describe('chooseLocale', () => {
  it('falls back to English for what is not shipped, malformed or absent', () => {
    for (const acceptLanguage of [null, '', 'xx', ';;q=,', 'de;q=0.9, fr', '*']) {
      expect(chooseLocale({ profile: null, cookie: '../../etc', acceptLanguage })).toBe('en');
    }
  });

  it('knows a regional form of a shipped language', () => {
    expect(chooseLocale({ profile: 'en-GB' })).toBe('en');
  });
});

it('writes Arabic and Hebrew from right to left', () => {
  expect(['ar', 'he-IL', 'en'].map(directionOf)).toEqual(['rtl', 'rtl', 'ltr']);
});
