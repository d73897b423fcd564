import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

interface PhoneFormProps {
  /** There is a number, which this one would replace. */
  replaces: boolean;
  /** Posts `phone_number`. */
  action: FormAction;
}

export function PhoneForm({ replaces, action }: PhoneFormProps) {
  const t = useTranslations('account.phone');
  return (
    <Card className="flex flex-col gap-4">
      {replaces && <p>{t('replaces')}</p>}
      <Form id="phone" action={action} fields={{ phone_number: t('number') }}>
        <TextField
          name="phone_number"
          type="tel"
          label={t('number')}
          hint={t('numberHint')}
          autoComplete="tel"
          maxLength={40}
          required
        />
        <div>
          <SubmitButton pendingLabel={t('sending')}>{t('send')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
