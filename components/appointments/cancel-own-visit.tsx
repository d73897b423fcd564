import { useTranslations } from 'next-intl';
import type { FormAction } from '#components/form/form-state';
import { CancelVisit } from './cancel-visit';
import type { VisitRight, VisitView } from './visit';
import { useVisitTime } from './visit-time';

interface CancelOwnVisitProps {
  visit: VisitView & { zone: string; can: { cancel: VisitRight } };
  action: FormAction;
  /** The page that asks the same without script. */
  href: string;
}

/** The patient's way out of a visit, or why there is none. */
export function CancelOwnVisit({ visit, action, href }: CancelOwnVisitProps) {
  const t = useTranslations('appointments');
  const when = useVisitTime()(visit);
  const { allowed, reason } = visit.can.cancel;
  if (!allowed) {
    if (visit.status !== 'scheduled' || !reason) return null;
    return <p className="max-w-xs text-base text-muted">{t(`cannotCancel.${reason}`)}</p>;
  }
  return (
    <CancelVisit
      when={when}
      effect={t('cancel.effectDoctor', { name: visit.doctor_name })}
      action={action}
      href={href}
    />
  );
}
