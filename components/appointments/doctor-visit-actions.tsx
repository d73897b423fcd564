import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { ButtonLink } from '#components/ui/button-link';
import { SubmitButton } from '#components/ui/submit-button';
import { paths } from '#lib/platform/paths';
import type { AgendaVisit } from './agenda-row';
import { CancelVisit } from './cancel-visit';
import type { VisitRight } from './visit';
import { useVisitTime } from './visit-time';

interface DoctorVisitActionsProps {
  visit: AgendaVisit & { zone: string; can: { cancel: VisitRight; complete: VisitRight } };
  complete: FormAction;
  cancel: FormAction;
}

/** The chart, while it is open to the doctor; mark as done, cancel; of what cannot be done yet, why. */
export function DoctorVisitActions({ visit, complete, cancel }: DoctorVisitActionsProps) {
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
      {mayCancel.allowed && (
        <CancelVisit
          when={when}
          effect={t('cancel.effectPatient')}
          action={cancel}
          href={paths.doctor.cancelVisit(visit.id)}
        />
      )}
      {mayComplete.allowed && (
        <Form id="complete" action={complete} className="contents">
          <SubmitButton pendingLabel={t('completing')}>{t('complete')}</SubmitButton>
        </Form>
      )}
      {mayComplete.reason === 'not_yet' && <p className="w-full text-muted">{t('completeNotYet')}</p>}
    </>
  );
}
