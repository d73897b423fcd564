import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

/** How many there are, and the way to new ones. */
export function RecoveryCodesLeft({ unused, action }: { unused: number; action: FormAction }) {
  const t = useTranslations('account.recoveryCodes');
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <p className="font-semibold">{t('left', { count: unused })}</p>
        {unused > 0 && <p className="text-muted">{t('replaces')}</p>}
      </div>
      <Form id="make-codes" action={action}>
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('make', { count: unused })}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
