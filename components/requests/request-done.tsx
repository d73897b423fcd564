import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';

/** What has just been done, as the address says. */
export function RequestDone({ done }: { done: string | undefined }) {
  const t = useTranslations('requests.done');
  const key = done as 'asked';
  if (!done || !t.has(key)) return null;
  return <Notice tone="ok" role="status" title={t(key)} />;
}
