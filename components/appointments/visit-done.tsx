import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';

/** What has just been done, as the address says. */
export function VisitDone({ done }: { done: string | undefined }) {
  const t = useTranslations('appointments.done');
  const key = done as 'booked';
  if (!done || !t.has(key)) return null;
  return <Notice tone="ok" role="status" title={t(key)} />;
}
