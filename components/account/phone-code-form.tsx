import { useTranslations } from 'next-intl';
import { CodeField } from '#components/form/code-field';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

interface PhoneCodeFormProps {
  /** The last figures of the number to which the code went. */
  endsWith: string;
  /** Posts `code`. */
  action: FormAction;
}

/** The number counts once its first code is right. */
export function PhoneCodeForm({ endsWith, action }: PhoneCodeFormProps) {
  const t = useTranslations('account.phone');
  return (
    <Card className="flex flex-col gap-4">
      <p>{t('sentTo', { figures: endsWith })}</p>
      <Form id="phone-code" action={action} fields={{ code: t('code') }}>
        <CodeField name="code" label={t('code')} hint={t('codeHint')} />
        <div>
          <SubmitButton pendingLabel={t('checking')}>{t('turnOn')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
