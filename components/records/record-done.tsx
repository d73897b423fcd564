import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';

/** What has just been done, as the address says. */
export function RecordDone({ done }: { done: string | undefined }) {
  const t = useTranslations('records.done');
  const key = done as 'written';
  if (!done || !t.has(key)) return null;
  return <Notice tone={done === 'reviewed_before' ? 'warn' : 'ok'} role="status" title={t(key)} />;
}
