import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';

/** As long as nobody has answered. */
export function WithdrawForm({ action }: { action: FormAction }) {
  const t = useTranslations('requests.withdraw');
  return (
    <Form id="withdraw" action={action} className="flex flex-col gap-3">
      <p className="text-muted">{t('effect')}</p>
      <div>
        <SubmitButton tone="secondary" pendingLabel={t('pending')}>
          {t('submit')}
        </SubmitButton>
      </div>
    </Form>
  );
}
