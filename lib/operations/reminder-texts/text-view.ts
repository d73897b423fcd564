import { z } from 'zod';
import type { reminderWords } from '#lib/domain/reminder-text';
import { reminderKinds } from '#lib/domain/reminders';
import { writtenLanguages } from '#lib/i18n/locale';

/** Which text it is. */
export const textKey = { language: z.enum(writtenLanguages), kind: z.enum(reminderKinds) };

const words = { subject: z.string(), mail: z.string(), text: z.string() };

export const reminderTextView = z.strictObject({
  ...textKey,
  ...words,
  /** Of the organisation: without its own words the product's are said. */
  own: z.boolean(),
  /** As somebody would read it of a visit in a week. */
  preview: z.strictObject(words),
});

const exampleWords = {
  subject: 'Your visit at {clinic} tomorrow',
  mail: 'You have a visit at {clinic} on {time}. Say that you will come, or change it: {link}',
  text: '{clinic}: a visit is booked on {time}.',
};

export const exampleText: z.output<z.ZodObject<typeof textKey & typeof reminderWords>> = {
  language: 'en',
  kind: 'day',
  ...exampleWords,
};

export const exampleView: z.output<typeof reminderTextView> = {
  ...exampleText,
  own: true,
  preview: {
    subject: 'Your visit at Northgate Clinic tomorrow',
    mail: 'You have a visit at Northgate Clinic on Monday 12 January 2026, 09:00 (Europe/London). Say that you will come, or change it: https://clinic.example.org/visit-change',
    text: 'Northgate Clinic: a visit is booked on Monday 12 January 2026, 09:00 (Europe/London).',
  },
};
