import { useTranslations } from 'next-intl';
import type { FormAction } from '#components/form/form-state';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { CancelVisitForm } from './cancel-visit';
import type { VisitView } from './visit';
import { useVisitTime } from './visit-time';

interface CancelQuestionProps {
  visit: VisitView & { zone: string };
  effect: string;
  action: FormAction;
  keepHref: string;
}

/** The page that asks before a visit is cancelled. */
export function CancelQuestion({ visit, effect, action, keepHref }: CancelQuestionProps) {
  const t = useTranslations('appointments.cancel');
  return (
    <Card className="flex max-w-xl flex-col gap-4">
      <h1 className="text-2xl font-bold">{t('title', { when: useVisitTime()(visit) })}</h1>
      <CancelVisitForm effect={effect} action={action} />
      <ButtonLink href={keepHref} tone="secondary">
        {t('keep')}
      </ButtonLink>
    </Card>
  );
}
