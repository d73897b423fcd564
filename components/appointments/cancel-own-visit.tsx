import { useTranslations } from 'next-intl';
import type { FormAction } from '#components/form/form-state';
import { CancelVisit } from './cancel-visit';
import { SameTime } from './same-time';
import { useTwoClocks } from './two-clocks';
import type { VisitRight, VisitView } from './visit';

interface CancelOwnVisitProps {
  visit: VisitView & { zone: string; can: { cancel: VisitRight } };
  /** By whose clock the reader wants to read, where they have chosen one. */
  ownZone: string | null;
  action: FormAction;
  /** The page that asks the same without script. */
  href: string;
}

/** The patient's way out of a visit, or why there is none. */
export function CancelOwnVisit({ visit, ownZone, action, href }: CancelOwnVisitProps) {
  const t = useTranslations('appointments');
  const { timeOf } = useTwoClocks(visit.zone, ownZone);
  const { allowed, reason } = visit.can.cancel;
  if (!allowed) {
    if (visit.status !== 'scheduled' || !reason) return null;
    return <p className="max-w-xs text-base text-muted">{t(`cannotCancel.${reason}`)}</p>;
  }
  return (
    <CancelVisit
      when={timeOf(visit.scheduled_at)}
      there={<SameTime at={visit.scheduled_at} zone={visit.zone} ownZone={ownZone} />}
      effect={t('cancel.effectDoctor', { name: visit.doctor_name })}
      action={action}
      href={href}
    />
  );
}
