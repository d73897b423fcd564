import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { formatter } from '#lib/i18n/format';
import type { VisitState } from './visit';

interface Transition {
  id: string;
  from: VisitState;
  to: VisitState;
  changed_as: 'patient' | 'staff';
  changed_by_name: string | null;
  reason: string | null;
  changed_at: string;
}

/** What has become of a visit, in words: who has said what of it, when and why. */
export function VisitStory({ transitions, zone }: { transitions: readonly Transition[]; zone: string }) {
  const t = useTranslations('appointments.story');
  const format = formatter(useLocale(), zone);
  if (transitions.length === 0) return null;
  return (
    <Card as="section" labelledBy="story" className="flex flex-col gap-2">
      <h2 id="story">{t('title')}</h2>
      <ol className="flex flex-col gap-1.5">
        {transitions.map(({ id, from, to, changed_as, changed_by_name, reason, changed_at }) => (
          <li key={id}>
            {t.rich(from === to ? 'overbooked' : to, {
              who: changed_as === 'staff' && changed_by_name ? changed_by_name : t(changed_as),
              bdi: (chunks) => <bdi>{chunks}</bdi>,
            })}
            <span className="text-muted tabular-nums">{`, ${format.dateTime(changed_at)}`}</span>
            {reason && <span className="block whitespace-pre-wrap text-muted">{reason}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
