import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';

/** What is not signed is nobody's record yet. */
export function DraftRecord() {
  const t = useTranslations('records.sign');
  return <Notice title={t('title')}>{t('text')}</Notice>;
}
