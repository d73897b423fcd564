import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextField } from '#components/form/text-field';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { AuthPage } from './auth-page';

/** Posts `email`. */
export function ForgotPasswordForm({ action }: { action: FormAction }) {
  const t = useTranslations('auth.forgot');
  return (
    <AuthPage
      title={t('title')}
      intro={t('intro')}
      footer={<TextLink href={paths.signIn}>{t('back')}</TextLink>}
    >
      <Form id="forgot-password" action={action} fields={{ email: t('email') }}>
        <TextField
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          maxLength={254}
          spellCheck={false}
          required
        />
        <SubmitButton className="w-full" pendingLabel={t('pending')}>
          {t('submit')}
        </SubmitButton>
      </Form>
    </AuthPage>
  );
}
