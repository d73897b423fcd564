import { useTranslations } from 'next-intl';
import { useTwoClocks } from '#components/appointments/two-clocks';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { OfferedTime } from './offered-time';
import { type WaitEntry, waitTones } from './wait';
import { WaitWish } from './wait-wish';

interface OwnWaitsProps {
  waits: readonly WaitEntry[];
  zone: string;
  /** By whose clock the reader wants to read, where they have chosen one. */
  ownZone: string | null;
  now: string;
  /** For those who may; null for whoever may only look. */
  actions: { answer: (offerId: string) => FormAction; leave: (id: string) => FormAction } | null;
}

/** What a patient waits for, and what is kept for them. */
export function OwnWaits({ waits, zone, ownZone, now, actions }: OwnWaitsProps) {
  return (
    <Card as="ul" flush>
      {waits.map((wait) => (
        <li key={wait.id} className="flex flex-col gap-3 px-5 py-4">
          <WaitTitle wait={wait} zone={zone} ownZone={ownZone} />
          {wait.offer && (
            <OfferedTime
              offer={wait.offer}
              wait={wait}
              ownZone={ownZone}
              now={now}
              action={actions?.answer(wait.offer.id)}
            />
          )}
          {actions && (wait.state === 'waiting' || wait.state === 'offered') && (
            <LeaveForm id={wait.id} action={actions.leave(wait.id)} />
          )}
        </li>
      ))}
    </Card>
  );
}

function WaitTitle({ wait, zone, ownZone }: Pick<OwnWaitsProps, 'zone' | 'ownZone'> & { wait: WaitEntry }) {
  const t = useTranslations('waiting');
  const { format, timeOf, beside } = useTwoClocks(wait.visit_zone ?? zone, ownZone);
  const whom = wait.doctor_name ?? wait.speciality ?? t('anyDoctor');
  const { visit_at: visitAt } = wait;
  const there = visitAt && beside(visitAt);
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <div className="min-w-0">
        <p className="font-semibold">
          <bdi>{whom}</bdi>
          {wait.service_name && `, ${wait.service_name}`}
        </p>
        {visitAt && <p>{t('earlierThan', { when: timeOf(visitAt) })}</p>}
        {there && <p className="text-muted tabular-nums">{there}</p>}
        <p className="text-muted">
          <WaitWish {...wait} />
        </p>
        <p className="text-muted">{t('since', { date: format.date(wait.created_at) })}</p>
      </div>
      <Badge tone={waitTones[wait.state]}>{t(`state.${wait.state}`)}</Badge>
    </div>
  );
}

function LeaveForm({ id, action }: { id: string; action: FormAction }) {
  const t = useTranslations('waiting');
  return (
    <Form id={`leave-${id}`} action={action} className="self-start">
      <SubmitButton tone="secondary" pendingLabel={t('pending')}>
        {t('leave')}
      </SubmitButton>
    </Form>
  );
}
