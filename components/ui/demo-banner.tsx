import { useTranslations } from 'next-intl';

/** On every page of the demo clinic, printed ones too, so that nobody takes it for a real one. On wide screens it stays in sight. */
export function DemoBanner() {
  const t = useTranslations('shell');
  return (
    <aside
      aria-label={t('demo.label')}
      className="z-40 bg-warn-soft px-4 py-1.5 text-center text-sm text-warn-ink md:sticky md:top-0 md:h-(--banner) print:static"
    >
      <strong className="font-bold">{t('demo.label')}</strong> {t('demo.text')}
    </aside>
  );
}
