import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fillReminder, reminderWords } from '#lib/domain/reminder-text';
import { timeZone } from '#lib/domain/time-zone';

const words = z.strictObject(reminderWords);
const good = { subject: 'A visit at {clinic}', mail: 'On {time}:\n\n{link}', text: '{clinic}: {time}' };
const faults = (change: Partial<typeof good>) => {
  const { error } = words.safeParse({ ...good, ...change });
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
};

describe('the words of a reminder', () => {
  it('may name the time, the clinic and the link', () => {
    expect(faults({})).toEqual([]);
    const values = { time: 'Monday', clinic: 'Northgate', link: 'https://x' };
    expect(fillReminder('{time} {clinic} {link} {time}', values)).toBe('Monday Northgate https://x Monday');
  });

  it('name nothing else: neither people nor reasons, nor what looks like a name', () => {
    for (const name of [
      '{doctor}',
      '{patient}',
      '{reason}',
      '{TIME}',
      '{ time }',
      '{',
      '}',
      '{{time}}',
      '{time',
      '{__proto__}',
    ]) {
      expect(faults({ mail: `${good.mail} ${name}` })).toEqual(['mail: unknown_placeholder']);
    }
  });

  it('are not filled twice, whatever a clinic is called', () => {
    const values = { time: 'Monday', clinic: '{link} $& $1', link: 'https://x' };
    expect(fillReminder('{clinic}', values)).toBe('{link} $& $1');
  });

  it.each(['\r\nBcc: all@example.org', '\n', '\r', '\u0085', '\u2028', '\u2029', '\t'])(
    'have no line break %j in the subject and in a text message',
    (broken) => {
      expect(faults({ subject: `A visit${broken}` })).not.toEqual([]);
      expect(faults({ text: `{time}${broken}` })).not.toEqual([]);
    },
  );

  it('say when it is, and in a mail where the link stands; elsewhere there is no link', () => {
    expect(faults({ mail: 'See {link}' })).toEqual(['mail: time_missing']);
    expect(faults({ mail: 'On {time}' })).toEqual(['mail: link_missing']);
    expect(faults({ text: '{clinic}' })).toEqual(['text: time_missing']);
    expect(faults({ text: '{time} {link}' })).toEqual(['text: link_in_line']);
    expect(faults({ subject: '{link}' })).toEqual(['subject: link_in_line']);
    expect(faults({ subject: ' ' })).toEqual(['subject: required']);
  });
});

describe('a time zone', () => {
  it.each([
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'America/Argentina/Buenos_Aires',
    'UTC',
  ])('is %s', (name) => {
    expect(timeZone.safeParse(name).success).toBe(true);
  });

  it.each([
    '',
    'London',
    'Mars/Phobos',
    '+01:00',
    'europe/london',
    'Europe/London ',
    '../UTC',
    'Europe/London\n',
    'constructor',
  ])('is not %j', (name) => {
    expect(timeZone.safeParse(name).error?.issues[0]?.message).toBe('unknown_zone');
  });
});
