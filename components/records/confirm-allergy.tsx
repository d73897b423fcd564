import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';

/** Of an allergy that was only told of: somebody who treats the patient has made sure of it. */
export function ConfirmAllergy({ action }: { action: FormAction }) {
  const t = useTranslations('records.confirm');
  return (
    <Form id="confirm" action={action}>
      <SubmitButton tone="secondary" pendingLabel={t('pending')}>
        {t('submit')}
      </SubmitButton>
    </Form>
  );
}
