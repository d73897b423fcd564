import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { AuthPage } from './auth-page';

interface VerifyEmailFormProps {
  token: string;
  /** Posts `token`. */
  action: FormAction;
}

/** A press of a button, because mail scanners open every link: opening the page must not use the token up. */
export function VerifyEmailForm({ token, action }: VerifyEmailFormProps) {
  const t = useTranslations('auth.verify');
  return (
    <AuthPage
      title={t('title')}
      intro={t('intro')}
      footer={
        <>
          {t('tooOld')} <TextLink href={paths.signUp}>{t('signUp')}</TextLink>
        </>
      }
    >
      <Form id="verify" action={action}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton className="w-full" pendingLabel={t('pending')}>
          {t('submit')}
        </SubmitButton>
      </Form>
    </AuthPage>
  );
}
