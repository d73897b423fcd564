import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';
import type { PersonDone as Done } from '#lib/platform/paths';

const all: readonly Done[] = [
  'assigned',
  'unassigned',
  'disabled',
  'enabled',
  'asked',
  'ended',
  'invited',
  'resent',
  'withdrawn',
];

/** What was just done, by the word in the address. */
export function PersonDone({ done }: { done: string | undefined }) {
  const t = useTranslations('person.done');
  const key = all.find((each) => each === done);
  if (!key) return null;
  return (
    <Notice tone="ok" role="status">
      {t(key)}
    </Notice>
  );
}
