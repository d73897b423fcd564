import { useTranslations } from 'next-intl';
import { MethodField } from '#components/auth/method-field';
import type { ShownMethod } from '#components/auth/method-links';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { PasswordField } from '#components/form/password-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

interface ConfirmFormProps {
  method: Exclude<ShownMethod, 'webauthn'>;
  next: string | undefined;
  /** Posts `method`, `next`, and `code` or `password`. */
  action: FormAction;
}

/** One question: what shows that it is still the same person. */
export function ConfirmForm({ method, next, action }: ConfirmFormProps) {
  const t = useTranslations('account.confirm');
  return (
    <Card>
      <Form id="confirm" action={action}>
        <input type="hidden" name="method" value={method} />
        {next && <input type="hidden" name="next" value={next} />}
        {method === 'password' ? (
          <PasswordField name="password" label={t('password')} />
        ) : (
          <MethodField method={method} />
        )}
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
