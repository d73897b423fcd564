import { z } from 'zod';
import { freeText } from './free-text';

/** What a text can name. Neither people nor reasons: what is not listed here cannot get into a message. */
const placeholders = /\{(time|clinic|link)\}/g;
export type ReminderValues = Readonly<Record<'time' | 'clinic' | 'link', string>>;

export const fillReminder = (text: string, values: ReminderValues): string =>
  text.replace(placeholders, (_, name: keyof ReminderValues) => values[name]);

const namesOnlyKnown = (text: string) => !/[{}]/.test(text.replace(placeholders, ''));
const isOneLine = (text: string) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);

const words = (longest: number) =>
  freeText(longest)
    .refine((text) => /\S/u.test(text), { error: 'required' })
    .refine(namesOnlyKnown, { error: 'unknown_placeholder' });

/** One line: a line break in a header would begin another one (CWE-93). */
const line = (longest: number) =>
  words(longest)
    .refine(isOneLine, { error: 'one_line' })
    .refine((text) => !text.includes('{link}'), { error: 'link_in_line' });

const has = (name: 'time' | 'link') => (text: string) => text.includes(`{${name}}`);

/** The words of one kind of reminder: a mail's subject and text, and a text message, which has no link. */
export const reminderWords = {
  subject: line(120),
  mail: words(2000)
    .refine(has('time'), { error: 'time_missing' })
    .refine(has('link'), { error: 'link_missing' }),
  text: line(200).refine(has('time'), { error: 'time_missing' }),
};

const all = z.strictObject(reminderWords);
export type ReminderWords = z.output<typeof all>;
