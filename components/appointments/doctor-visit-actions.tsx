import { useTranslations } from 'next-intl';
import type { FormAction } from '#components/form/form-state';
import { ButtonLink } from '#components/ui/button-link';
import { paths } from '#lib/platform/paths';
import { CancelVisit } from './cancel-visit';
import type { VisitRight } from './visit';
import { type SteppedVisit, VisitSteps } from './visit-steps';
import { useVisitTime } from './visit-time';

interface DoctorVisitActionsProps {
  visit: SteppedVisit & { zone: string; can: { cancel: VisitRight; move: VisitRight } };
  say: FormAction;
  undo: FormAction;
  cancel: FormAction;
}

/** The chart, while it is open to the doctor; what becomes of the visit; of what cannot be done yet, why. */
export function DoctorVisitActions({ visit, say, undo, cancel }: DoctorVisitActionsProps) {
  const t = useTranslations('appointments');
  const when = useVisitTime()(visit);
  const { cancel: mayCancel, complete: mayComplete } = visit.can;
  return (
    <>
      {visit.patient_name !== null && (
        <ButtonLink href={paths.doctor.patient(visit.patient_id)} tone="secondary">
          {t('panel.openRecord')}
        </ButtonLink>
      )}
      {visit.can.move.allowed && (
        <ButtonLink href={paths.doctor.moveVisit(visit.id)} tone="secondary">
          {t('move.open')}
        </ButtonLink>
      )}
      {mayCancel.allowed && (
        <CancelVisit
          when={when}
          effect={t('cancel.effectPatient')}
          action={cancel}
          href={paths.doctor.cancelVisit(visit.id)}
          asksWhy
        />
      )}
      <VisitSteps visit={visit} say={say} undo={undo} show="all" />
      {mayComplete.reason === 'not_yet' && <p className="w-full text-muted">{t('completeNotYet')}</p>}
    </>
  );
}
