import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';

/** What has just been done, as the address says. */
export function RecordDone({ done, withheld = false }: { done: string | undefined; withheld?: boolean }) {
  const t = useTranslations('records.done');
  // A result that its patient has chosen not to see at once is read later.
  const key = (withheld && ['written', 'signed'].includes(done ?? '') ? 'withheld' : done) as 'written';
  if (!done || !t.has(key)) return null;
  return <Notice tone={done === 'reviewed_before' ? 'warn' : 'ok'} role="status" title={t(key)} />;
}
