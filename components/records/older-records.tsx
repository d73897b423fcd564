import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button-link';

interface OlderRecordsProps {
  /** Null at the end. */
  olderHref: string | null;
  /** Back to the beginning; null where one is there. */
  newestHref: string | null;
}

/** The ways on in a list that goes back in time. */
export function OlderRecords({ olderHref, newestHref }: OlderRecordsProps) {
  const t = useTranslations('records.find');
  if (olderHref === null && newestHref === null) return null;
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap justify-between gap-3 no-print">
      {newestHref && (
        <ButtonLink href={newestHref} tone="secondary">
          {t('newest')}
        </ButtonLink>
      )}
      {olderHref && (
        <ButtonLink href={olderHref} tone="secondary">
          {t('older')}
        </ButtonLink>
      )}
    </nav>
  );
}
