import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { PasswordField } from '#components/form/password-field';
import { TextField } from '#components/form/text-field';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import type { PasswordProfile } from '#lib/domain/password-policy';
import { paths } from '#lib/platform/paths';
import { AuthPage } from './auth-page';

interface AcceptInvitationFormProps {
  token: string;
  policy: PasswordProfile;
  /** Posts `token`, `first_name`, `last_name`, `password`. */
  action: FormAction;
}

export function AcceptInvitationForm({ token, policy, action }: AcceptInvitationFormProps) {
  const t = useTranslations('auth.invitation');
  const footer = (
    <>
      {t('tooOld')} <TextLink href={paths.signIn}>{t('way')}</TextLink>
    </>
  );
  return (
    <AuthPage title={t('title')} intro={t('intro')} footer={footer}>
      <Form
        id="invitation"
        action={action}
        fields={{ first_name: t('first_name'), last_name: t('last_name'), password: t('password') }}
      >
        <input type="hidden" name="token" value={token} />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="first_name" label={t('first_name')} autoComplete="given-name" maxLength={100} />
          <TextField name="last_name" label={t('last_name')} autoComplete="family-name" maxLength={100} />
        </div>
        <PasswordField name="password" label={t('password')} policy={policy} />
        <SubmitButton className="w-full" pendingLabel={t('pending')}>
          {t('submit')}
        </SubmitButton>
      </Form>
    </AuthPage>
  );
}
