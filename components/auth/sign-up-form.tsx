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

interface SignUpFormProps {
  policy: PasswordProfile;
  /** Posts `first_name`, `last_name`, `email`, `password`. */
  action: FormAction;
}

export function SignUpForm({ policy, action }: SignUpFormProps) {
  const t = useTranslations('auth.signUp');
  const footer = (
    <>
      {t('haveAccount')} <TextLink href={paths.signIn}>{t('signIn')}</TextLink>
    </>
  );
  return (
    <AuthPage title={t('title')} intro={t('intro')} footer={footer}>
      <Form
        id="sign-up"
        action={action}
        fields={{
          first_name: t('first_name'),
          last_name: t('last_name'),
          email: t('email'),
          password: t('password'),
        }}
      >
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="first_name" label={t('first_name')} autoComplete="given-name" maxLength={100} />
          <TextField name="last_name" label={t('last_name')} autoComplete="family-name" maxLength={100} />
        </div>
        <TextField
          name="email"
          type="email"
          label={t('email')}
          hint={t('emailHint')}
          autoComplete="email"
          maxLength={254}
          spellCheck={false}
          required
        />
        <PasswordField name="password" label={t('password')} policy={policy} />
        <SubmitButton className="w-full" pendingLabel={t('pending')}>
          {t('submit')}
        </SubmitButton>
      </Form>
    </AuthPage>
  );
}
