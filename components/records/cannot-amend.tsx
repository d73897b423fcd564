import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';
import type { RecordRight } from './record';

/** Instead of a form that would be refused. */
export function CannotAmend({ reason }: Pick<RecordRight, 'reason'>) {
  const t = useTranslations('records.amendOff');
  return <Notice>{t(reason ?? 'read_only_type')}</Notice>;
}
