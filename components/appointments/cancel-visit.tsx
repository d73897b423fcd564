import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { ConfirmAction } from '#components/ui/confirm-action';
import { SubmitButton } from '#components/ui/submit-button';

interface CancelVisitProps {
  visitId: string;
  /** "Thursday 26 November, 10:20" */
  when: string;
  doctorName: string;
  action: FormAction;
  /** The page that asks the same without script. */
  href: string;
}

export function CancelVisit({ visitId, when, doctorName, action, href }: CancelVisitProps) {
  const t = useTranslations('appointments.cancel');
  return (
    <ConfirmAction href={href} label={t('open')} title={t('title', { when })} keepLabel={t('keep')}>
      <CancelVisitForm visitId={visitId} doctorName={doctorName} action={action} />
    </ConfirmAction>
  );
}

export function CancelVisitForm({ visitId, doctorName, action }: Omit<CancelVisitProps, 'href' | 'when'>) {
  const t = useTranslations('appointments.cancel');
  return (
    <Form id="cancel-visit" action={action}>
      <p className="text-muted">{t('effect', { name: doctorName })}</p>
      <input type="hidden" name="id" value={visitId} />
      <SubmitButton tone="danger" pendingLabel={t('pending')}>
        {t('submit')}
      </SubmitButton>
    </Form>
  );
}
