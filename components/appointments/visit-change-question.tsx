import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { NearestTimes } from './nearest-times';
import { useOwnClock } from './own-clock';

interface VisitChangeQuestionProps {
  about: 'move' | 'cancel';
  /** Of a mailed link. */
  token?: string;
  /** When the visit is. */
  when: string;
  /** The time that is asked about by another clock. */
  there?: ReactNode;
  /** Where it is to be moved. */
  to?: {
    startsAt: string;
    when: string;
  };
  /** By whose clock the reader wants to read; else that of their browser is shown beside. */
  ownZone?: string | null;
  action: FormAction;
  keepHref: string;
}

/** Asks before a patient's visit is changed; where its new time is gone meanwhile, the nearest others. */
export function VisitChangeQuestion({
  about,
  token,
  when,
  there,
  to,
  ownZone = null,
  action,
  keepHref,
}: VisitChangeQuestionProps) {
  const t = useTranslations('visitLink');
  const words = useTranslations('appointments.book');
  const own = useOwnClock(ownZone);
  return (
    <Card className="flex flex-col gap-4">
      <h1 className="text-2xl font-bold">{t(`${about}.title`, { when: to?.when ?? when })}</h1>
      {there && <p className="text-muted tabular-nums empty:hidden">{there}</p>}
      <p className="text-muted">{t(`${about}.effect`, { when })}</p>
      <Form id="visit-change" action={action}>
        {token && <input type="hidden" name="token" value={token} />}
        <SubmitButton
          {...(to && { name: 'scheduled_at', value: to.startsAt })}
          tone={about === 'cancel' ? 'danger' : undefined}
          pendingLabel={t('pending')}
        >
          {t(`${about}.submit`)}
        </SubmitButton>
        <NearestTimes title={words('nearest')} own={own} />
      </Form>
      <ButtonLink href={keepHref} tone="secondary">
        {t('keep')}
      </ButtonLink>
    </Card>
  );
}
