import { describe, expect, it } from 'vitest';
import { bornOnOneOf, typedBirthDates } from '#lib/domain/birth-date-search';
import { readRecordNumber, recordNumberOf } from '#lib/domain/record-number';
import { excerptOf, searchWords, textMatches } from '#lib/domain/text-search';

describe('a birth date that somebody types', () => {
  it.each([
    ['1961-03-27', ['1961-03-27']],
    ['19610327', ['1961-03-27']],
    ['27/03/1961', ['1961-03-27']],
    ['27.3.1961', ['1961-03-27']],
    ['27 3 1961', ['1961-03-27']],
    ['27 March 1961', ['1961-03-27']],
    ['Mar 27, 1961', ['1961-03-27']],
    ['4/3/1961', ['1961-03-04', '1961-04-03']],
    ['March 1961', ['1961-03']],
    ['03/1961', ['1961-03']],
    ['1961', []],
    ['13/13/1961', []],
    ['27 3 61', []],
    ['Maria Ng', []],
  ])('%s', (typed, dates) => {
    expect(typedBirthDates(typed)).toEqual(dates);
  });

  it('fits who was born then, and who may have been', () => {
    const typed = typedBirthDates('27 3 1961');
    const fits = ['1961-03-27', '1961-03', '1961', '1961-03-28', null].map((date) =>
      bornOnOneOf(date, typed),
    );
    expect(fits).toEqual([true, true, true, false, false]);
    expect(bornOnOneOf('1961-03-27', typedBirthDates('March 1961'))).toBe(true);
  });
});

describe('a record number', () => {
  const id = '01920000-0000-7000-8000-0123456789ab';
  it('is read as it was printed, whatever was mistaken in it', () => {
    const number = recordNumberOf(id);
    expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const mistaken = number.toLowerCase().replaceAll('1', 'l').replaceAll('0', 'o').replace('-', ' ');
    expect(readRecordNumber(mistaken)).toBe(number);
  });

  it('differs where the id does, and a name or a date is none', () => {
    expect(recordNumberOf('01920000-0000-7000-8000-0123456789ac')).not.toBe(recordNumberOf(id));
    expect(['Vargas', '27/03/1961', '1234567U'].map(readRecordNumber)).toEqual([null, null, null]);
  });
});

describe('a search for words', () => {
  it('asks that each of them stands in the text, wherever and however it is written', () => {
    const words = searchWords('  ÉPAULE droi ');
    expect(textMatches('Douleur de l’épaule droite', words)).toBe(true);
    expect(textMatches('Douleur de l’épaule gauche', words)).toBe(false);
    expect(textMatches('anything', searchWords(' '))).toBe(false);
  });

  it('shows the place, on one line', () => {
    const text = `${'x '.repeat(100)}knee\npain${' y'.repeat(200)}`;
    const excerpt = excerptOf(text, ['knee']);
    expect(excerpt).toMatch(/^….*x knee pain y.*…$/);
    expect(excerpt?.length).toBeLessThan(210);
    expect(excerptOf(text, ['elbow'])).toBeNull();
  });
});
