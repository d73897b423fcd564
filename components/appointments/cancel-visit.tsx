import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { ConfirmAction } from '#components/ui/confirm-action';
import { SubmitButton } from '#components/ui/submit-button';

interface CancelVisitProps {
  /** "Thursday 26 November, 10:20" */
  when: string;
  /** What it means for the other side. */
  effect: string;
  action: FormAction;
  /** The page that asks the same without script. */
  href: string;
}

export function CancelVisit({ when, effect, action, href }: CancelVisitProps) {
  const t = useTranslations('appointments.cancel');
  return (
    <ConfirmAction href={href} label={t('open')} title={t('title', { when })} keepLabel={t('keep')}>
      <CancelVisitForm effect={effect} action={action} />
    </ConfirmAction>
  );
}

export function CancelVisitForm({ effect, action }: Pick<CancelVisitProps, 'effect' | 'action'>) {
  const t = useTranslations('appointments.cancel');
  return (
    <Form id="cancel-visit" action={action}>
      <p className="text-muted">{effect}</p>
      <SubmitButton tone="danger" pendingLabel={t('pending')}>
        {t('submit')}
      </SubmitButton>
    </Form>
  );
}
