import { useTranslations } from 'next-intl';

/** First in the tab order; the shells give their main element this id. */
export function SkipLink() {
  const t = useTranslations('shell');
  return (
    <a
      href="#main"
      className="sr-only z-50 rounded-field bg-surface px-4 py-2 font-semibold text-primary-ink focus:not-sr-only focus:absolute focus:start-4 focus:top-4"
    >
      {t('skip')}
    </a>
  );
}
