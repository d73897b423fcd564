import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

/** Posts `email`, the new address. */
export function EmailForm({ action }: { action: FormAction }) {
  const t = useTranslations('account.email');
  return (
    <Card>
      <Form id="email" action={action} fields={{ email: t('new') }}>
        <TextField
          name="email"
          type="email"
          label={t('new')}
          hint={t('hint')}
          autoComplete="email"
          maxLength={254}
          spellCheck={false}
          required
        />
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
