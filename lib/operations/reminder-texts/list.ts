import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { listClinics } from '#db/queries/clinics';
import { listReminderTexts, type ReminderTextRow } from '#db/queries/reminder-texts';
import type { VisitMode } from '#lib/domain/availability/calendar';
import { type ReminderKind, reminderKinds } from '#lib/domain/reminders';
import { writtenLanguages } from '#lib/i18n/locale';
import { wordReminder, writtenReminder } from '#lib/notify/reminder-words';
import { env } from '#lib/platform/env';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleView, reminderTextView } from './text-view';

/** What reminders say, in every language in which they can be written, with how they would be read. */
export const listReminderWords = defineOperation({
  name: 'reminder-texts.list',
  kind: 'query',
  rest: 'GET /reminder-texts',
  summary: 'Texts of reminders',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(reminderTextView) }),
  errors: [],
  audit: { event: 'LIST_REMINDER_TEXTS', resource: 'clinic' },
  example: { input: {}, output: { items: [exampleView] } },
  subject: theClinic,

  async handle({ tx, now }) {
    const [texts, [site]] = [await listReminderTexts(tx), await listClinics(tx)];
    const visit = {
      at: now.add({ hours: 7 * 24 }),
      zone: site?.zone ?? 'UTC',
      mode: 'in_person' as const,
      clinic: site?.name ?? '',
    };
    const items = writtenLanguages.flatMap((language) =>
      reminderKinds.map((kind) => ({ language, kind, ...viewOf(texts, language, kind, visit) })),
    );
    return { items };
  },
});

interface Shown {
  readonly at: Temporal.Instant;
  readonly zone: string;
  readonly mode: VisitMode;
  readonly clinic: string;
}

function viewOf(texts: readonly ReminderTextRow[], language: string, kind: ReminderKind, visit: Shown) {
  const { words, isOwn, ...written } = writtenReminder(texts, kind, visit.mode, language);
  const link = new URL('/visit-change', env().publicUrl).href;
  return { ...words, own: isOwn, preview: wordReminder({ ...visit, words, ...written }, link) };
}
