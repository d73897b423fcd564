import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { AuthPage } from './auth-page';

interface MailedLinkFormProps {
  about: 'confirmEmail' | 'undoDeletion' | 'stopRecovery' | 'stopReminders';
  token: string;
  /** Posts `token`. */
  action: FormAction;
}

/** Where to go when the link does nothing any more. */
const ways: Record<MailedLinkFormProps['about'], string> = {
  confirmEmail: paths.account.email,
  undoDeletion: paths.signIn,
  stopRecovery: paths.account.recovery,
  stopReminders: paths.account.reminders,
};

/** A press of a button, because mail scanners open every link: opening the page must not use the token up. */
export function MailedLinkForm({ about, token, action }: MailedLinkFormProps) {
  const t = useTranslations(`auth.${about}`);
  const footer = (
    <>
      {t('tooOld')} <TextLink href={ways[about]}>{t('way')}</TextLink>
    </>
  );
  return (
    <AuthPage title={t('title')} intro={t('intro')} footer={footer}>
      <Form id="mailed-link" action={action}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton className="w-full" pendingLabel={t('pending')}>
          {t('submit')}
        </SubmitButton>
      </Form>
    </AuthPage>
  );
}
