import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { AuthPage } from './auth-page';
import { type CodeMethod, MethodField } from './method-field';

interface CodeFormProps {
  /** Posts `code` and `next`. What proves the password stands in a cookie, not in the page. */
  action: FormAction;
  next?: string;
  method: CodeMethod;
  /** Links to the other ways. */
  others?: ReactNode;
}

/** The second step of signing in. */
export function CodeForm({ action, next, method, others }: CodeFormProps) {
  const t = useTranslations('auth.code');
  return (
    <AuthPage title={t('title')} footer={<TextLink href={paths.signIn}>{t('restart')}</TextLink>}>
      <Form id="code" action={action} fields={{ code: t(`${method}.code`) }}>
        <input type="hidden" name="method" value={method} />
        {next && <input type="hidden" name="next" value={next} />}
        <MethodField method={method} />
        <SubmitButton className="w-full" pendingLabel={t('pending')}>
          {t('submit')}
        </SubmitButton>
      </Form>
      {others && <div className="mt-5 border-t border-border pt-4">{others}</div>}
    </AuthPage>
  );
}
