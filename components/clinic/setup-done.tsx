import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';
import type { SetupDone as Done } from '#lib/platform/paths';

const all: readonly Done[] = ['saved', 'added', 'archived', 'removed', 'cancelled', 'some_cancelled'];

/** What was just done, by the word in the address. */
export function SetupDone({ done }: { done: string | undefined }) {
  const t = useTranslations('clinicSetup.done');
  const key = all.find((each) => each === done);
  if (!key) return null;
  return (
    <Notice tone={key === 'some_cancelled' ? 'warn' : 'ok'} role="status">
      {t(key)}
    </Notice>
  );
}
