import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { PasswordField } from '#components/form/password-field';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import type { PasswordProfile } from '#lib/domain/password-policy';
import { paths } from '#lib/platform/paths';
import { AuthPage } from './auth-page';

interface ResetPasswordFormProps {
  token: string;
  policy: PasswordProfile;
  /** Posts `token` and `new_password`. */
  action: FormAction;
}

export function ResetPasswordForm({ token, policy, action }: ResetPasswordFormProps) {
  const t = useTranslations('auth.reset');
  const footer = (
    <>
      {t('tooOld')} <TextLink href={paths.forgotPassword}>{t('again')}</TextLink>
    </>
  );
  return (
    <AuthPage title={t('title')} intro={t('intro')} footer={footer}>
      <Form id="reset-password" action={action} fields={{ new_password: t('password') }}>
        <input type="hidden" name="token" value={token} />
        <PasswordField name="new_password" label={t('password')} policy={policy} />
        <SubmitButton className="w-full" pendingLabel={t('pending')}>
          {t('submit')}
        </SubmitButton>
      </Form>
    </AuthPage>
  );
}
