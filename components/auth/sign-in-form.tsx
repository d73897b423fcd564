import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { PasswordField } from '#components/form/password-field';
import { TextField } from '#components/form/text-field';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { paths, type SignInReason } from '#lib/platform/paths';
import { AuthPage } from './auth-page';
import { SsoLink } from './sso-link';
import { WhySignIn } from './why-sign-in';

interface SignInFormProps {
  /** Posts `email`, `password` and `next`. */
  action: FormAction;
  /** A checked path of this site (`safeNext`). */
  next?: string;
  /** Why one is asked to sign in, or what has just been done. */
  reason?: SignInReason;
  /** Single sign-on of staff: what the clinic calls it, and where it begins. */
  sso?: { name: string | undefined; href: string };
  /** The way without a password, which comes first. */
  passkey: ReactNode;
  /** Says where the demo's accounts are. */
  demo: boolean;
}

export function SignInForm({ action, next, reason, sso, passkey, demo }: SignInFormProps) {
  const t = useTranslations('auth.signIn');
  const footer = (
    <>
      {t('noAccount')} <TextLink href={paths.signUp}>{t('signUp')}</TextLink>
      {demo && <span className="mt-2 block">{t('demo')}</span>}
    </>
  );
  return (
    <AuthPage title={t('title')} notice={reason && <WhySignIn reason={reason} />} footer={footer}>
      {passkey}
      <p className="my-5 border-t border-border pt-5 text-muted dense:my-4 dense:pt-4">{t('orPassword')}</p>
      <Form id="sign-in" action={action} fields={{ email: t('email'), password: t('password') }}>
        {next && <input type="hidden" name="next" value={next} />}
        <TextField
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          maxLength={254}
          spellCheck={false}
          required
        />
        <PasswordField name="password" label={t('password')} />
        <p>
          <TextLink href={paths.forgotPassword} className="inline-flex min-h-11 items-center">
            {t('forgot')}
          </TextLink>
        </p>
        <SubmitButton className="w-full" pendingLabel={t('pending')}>
          {t('submit')}
        </SubmitButton>
      </Form>
      {sso && <SsoLink {...sso} />}
    </AuthPage>
  );
}
