import { useTranslations } from 'next-intl';
import { PageLink } from '#components/ui/page-link';
import { paths } from '#lib/platform/paths';

export const noteTemplates = ['visit', 'phone', 'blank'] as const;
export type NoteTemplate = (typeof noteTemplates)[number];

/** What a note may begin with. */
export function NoteTemplates({ patientId, current }: { patientId: string; current: NoteTemplate }) {
  const t = useTranslations('records');
  return (
    <nav aria-label={t('form.template')} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span className="text-muted">{t('form.template')}</span>
      {noteTemplates.map((template) => (
        <PageLink
          key={template}
          href={paths.doctor.newRecord(patientId, 'note', { template })}
          aria-current={template === current ? 'page' : undefined}
          className="link min-h-11 content-center aria-[current]:font-semibold compact:min-h-9"
        >
          {t(`template.${template}.name`)}
        </PageLink>
      ))}
    </nav>
  );
}
