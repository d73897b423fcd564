import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';

const all = ['invited', 'withdrawn', 'ended', 'changed'] as const;

/** What was just done, by the word in the address. */
export function SharingDone({ done }: { done: string | undefined }) {
  const t = useTranslations('sharing.done');
  const key = all.find((each) => each === done);
  if (!key) return null;
  return (
    <Notice tone="ok" role="status">
      {t(key)}
    </Notice>
  );
}
