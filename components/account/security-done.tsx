import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';

const all = ['passkey_added', 'ended', 'session_ended', 'factor_removed'] as const;

/** What was just done, by the word in the address. */
export function SecurityDone({ done }: { done: string | undefined }) {
  const t = useTranslations('account.done');
  const key = all.find((each) => each === done);
  if (!key) return null;
  return (
    <Notice tone="ok" role="status">
      {t(key)}
    </Notice>
  );
}
