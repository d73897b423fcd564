import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { PasswordField } from '#components/form/password-field';
import { SubmitButton } from '#components/ui/submit-button';
import { AuthPage } from './auth-page';

interface RecoverFormProps {
  token: string;
  /** Posts `token` and `password`. */
  action: FormAction;
}

export function RecoverForm({ token, action }: RecoverFormProps) {
  const t = useTranslations('auth.recover');
  return (
    <AuthPage title={t('title')} intro={t('intro')} footer={t('tooOld')}>
      <Form id="recover" action={action} fields={{ password: t('password') }}>
        <input type="hidden" name="token" value={token} />
        <PasswordField name="password" label={t('password')} />
        <SubmitButton className="w-full" pendingLabel={t('pending')}>
          {t('submit')}
        </SubmitButton>
      </Form>
    </AuthPage>
  );
}
