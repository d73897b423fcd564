import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';
import { paths } from '#lib/platform/paths';
import { CancelVisit } from './cancel-visit';
import type { VisitRight, VisitView } from './visit';
import { useVisitTime } from './visit-time';

interface DoctorVisitActionsProps {
  visit: VisitView & { zone: string; can: { cancel: VisitRight; complete: VisitRight } };
  complete: FormAction;
  cancel: FormAction;
}

/** Mark as done, cancel; of what cannot be done yet, why. */
export function DoctorVisitActions({ visit, complete, cancel }: DoctorVisitActionsProps) {
  const t = useTranslations('appointments');
  const when = useVisitTime()(visit);
  const { cancel: mayCancel, complete: mayComplete } = visit.can;
  return (
    <>
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
