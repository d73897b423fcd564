import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';

/** What was just done, by the word in the address. */
export function ColleaguesDone({ done }: { done: string | undefined }) {
  const t = useTranslations('colleagues.done');
  const key = (['granted', 'ended'] as const).find((each) => each === done);
  if (!key) return null;
  return (
    <Notice tone="ok" role="status">
      {t(key)}
    </Notice>
  );
}
