import { useTranslations } from 'next-intl';
import { CodeField } from '#components/form/code-field';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { AuthPage } from './auth-page';

interface CodeFormProps {
  /** Posts `code` and `next`. What proves the password stands in a cookie, not in the page. */
  action: FormAction;
  next?: string;
}

/** The second step of signing in. */
export function CodeForm({ action, next }: CodeFormProps) {
  const t = useTranslations('auth.code');
  return (
    <AuthPage
      title={t('title')}
      intro={t('intro')}
      footer={<TextLink href={paths.signIn}>{t('restart')}</TextLink>}
    >
      <Form id="code" action={action} fields={{ code: t('code') }}>
        {next && <input type="hidden" name="next" value={next} />}
        <CodeField name="code" label={t('code')} hint={t('hint')} />
        <SubmitButton className="w-full" pendingLabel={t('pending')}>
          {t('submit')}
        </SubmitButton>
      </Form>
    </AuthPage>
  );
}
