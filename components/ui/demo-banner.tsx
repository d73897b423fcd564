import { useTranslations } from 'next-intl';

/** On every page of the demo clinic, so that nobody takes it for a real one. */
export function DemoBanner() {
  const t = useTranslations('shell');
  return (
    <aside
      aria-label={t('demo.label')}
      className="bg-warn-soft px-4 py-1.5 text-center md:h-8 text-sm text-warn-ink no-print"
    >
      <strong className="font-bold">{t('demo.label')}</strong> {t('demo.text')}
    </aside>
  );
}
