import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';

/** On the first page: results are there that somebody has chosen not to see at once. */
export function WithheldNotice({ count }: { count: number }) {
  const t = useTranslations('records.withheld');
  if (count === 0) return null;
  return (
    <Notice title={t('notice', { count })}>
      <TextLink href={paths.patient.results}>{t('open')}</TextLink>
    </Notice>
  );
}
