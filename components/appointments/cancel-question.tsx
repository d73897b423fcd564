import { useTranslations } from 'next-intl';
import type { FormAction } from '#components/form/form-state';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { CancelVisitForm } from './cancel-visit';
import { SameTime } from './same-time';
import { useTwoClocks } from './two-clocks';
import type { VisitView } from './visit';

interface CancelQuestionProps {
  visit: VisitView & { zone: string };
  /** By whose clock its patient reads, null where they have chosen none; staff read by that of the clinic. */
  ownZone?: string | null;
  effect: string;
  action: FormAction;
  keepHref: string;
  asksWhy?: boolean;
}

/** The page that asks before a visit is cancelled. */
export function CancelQuestion({ visit, ownZone, effect, action, keepHref, asksWhy }: CancelQuestionProps) {
  const t = useTranslations('appointments.cancel');
  const { timeOf } = useTwoClocks(visit.zone, ownZone ?? null);
  const { scheduled_at: at } = visit;
  return (
    <Card className="flex max-w-xl flex-col gap-4">
      <h1 className="text-2xl font-bold">{t('title', { when: timeOf(at) })}</h1>
      <CancelVisitForm
        there={<SameTime at={at} zone={visit.zone} ownZone={ownZone} />}
        effect={effect}
        action={action}
        asksWhy={asksWhy}
      />
      <ButtonLink href={keepHref} tone="secondary">
        {t('keep')}
      </ButtonLink>
    </Card>
  );
}
