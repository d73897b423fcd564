import { MapPinCheck, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';
import { SameTime } from './same-time';
import { useTwoClocks } from './two-clocks';
import type { DayVisit } from './visit';

interface CheckInProps {
  visit: DayVisit;
  /** By whose clock the reader wants to read, where they have chosen one. */
  ownZone: string | null;
  say: FormAction;
  undo: FormAction;
  /** Says from when, while it cannot be said yet: on the visit's own page. */
  explains?: boolean;
}

/** The patient says that they are there, or takes it back. */
export function CheckIn({ visit, ownZone, say, undo, explains }: CheckInProps) {
  const t = useTranslations('appointments');
  const { format } = useTwoClocks(visit.zone, ownZone);
  const { arrive, undo: takeBack } = visit.can;
  if (arrive.allowed) {
    return (
      <Form id={`here-${visit.id}`} action={say}>
        <SubmitButton pendingLabel={t('completing')}>
          <MapPinCheck aria-hidden className="size-4" />
          {t('checkIn.submit')}
        </SubmitButton>
      </Form>
    );
  }
  if (takeBack.allowed) {
    return (
      <Form id={`not-here-${visit.id}`} action={undo}>
        <SubmitButton tone="secondary" pendingLabel={t('completing')}>
          <Undo2 aria-hidden className="size-4" />
          {t('checkIn.undo')}
        </SubmitButton>
      </Form>
    );
  }
  if (!explains || !visit.check_in || visit.state !== 'scheduled') return null;
  if (arrive.reason === 'too_late') return <p className="text-muted">{t('checkIn.tooLate')}</p>;
  if (arrive.reason !== 'not_yet') return null;
  const { from } = visit.check_in;
  return (
    <p className="text-muted">
      {t('checkIn.notYet', { day: format.longDate(from), time: format.time(from) })}
      <span className="block tabular-nums empty:hidden">
        <SameTime at={from} zone={visit.zone} ownZone={ownZone} />
      </span>
    </p>
  );
}
