import { getTranslations } from 'next-intl/server';
import { type NoteTemplate, noteTemplates } from '#components/records/note-templates';

export const templateOf = (asked: string | undefined): NoteTemplate =>
  noteTemplates.find((name) => name === asked) ?? 'visit';

/** What a new note begins with; nothing for any other record. */
export async function valuesOf(
  template: NoteTemplate | 'addendum' | null,
): Promise<Record<string, string> | undefined> {
  const t = await getTranslations('records');
  if (template === null) return undefined;
  if (template === 'addendum') return { 'content.text': t('addendum.title') };
  return { 'content.text': t(`template.${template}.title`), 'content.body': t(`template.${template}.body`) };
}
