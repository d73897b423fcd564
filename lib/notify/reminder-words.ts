import type { ReminderTextRow } from '#db/queries/reminder-texts';
import type { VisitMode } from '#lib/domain/availability/calendar';
import { fillReminder, type ReminderWords } from '#lib/domain/reminder-text';
import type { ReminderKind } from '#lib/domain/reminders';
import { chooseLocale, type Locale, writtenLanguageOf } from '#lib/i18n/locale';
import en from '#messages/en.json';
import type { MailParams } from './mail';
import { oneLine } from './one-line';
import { visitTime } from './visit-time';

const catalogue: Record<Locale, typeof en> = { en };

interface Written {
  readonly words: ReminderWords;
  /** Of the words, and so of the time among them. */
  readonly language: string;
  /** Of the organisation, not the product's. */
  readonly isOwn: boolean;
}

/** The organisation's words in the reader's language, or the product's. */
export function writtenReminder(
  texts: readonly ReminderTextRow[],
  kind: ReminderKind,
  mode: VisitMode,
  tag: string | null,
): Written {
  const language = writtenLanguageOf(tag);
  const own = texts.find((text) => text.language === language && text.kind === kind);
  if (own) return { words: { subject: own.subject, mail: own.mail, text: own.text }, language, isOwn: true };
  const shipped = chooseLocale({ profile: tag });
  return { words: shippedWords(shipped, kind, mode), language: shipped, isOwn: false };
}

const shippedWords = (locale: Locale, kind: ReminderKind, mode: VisitMode): ReminderWords =>
  catalogue[locale].reminders[mode === 'video' ? 'videoWords' : 'words'][kind];

type Reminder = Pick<MailParams['visit_reminder'], 'at' | 'zone' | 'mode' | 'clinic' | 'words' | 'language'>;

/** A reminder as its reader gets it, by each channel. */
export function wordReminder(reminder: Reminder, link: string): ReminderWords {
  const { clinic, words, language } = reminder;
  const values = { time: visitTime(reminder, language), clinic: oneLine(clinic), link };
  return {
    subject: oneLine(fillReminder(words.subject, values)),
    mail: fillReminder(words.mail, values),
    text: oneLine(fillReminder(words.text, values)),
  };
}
