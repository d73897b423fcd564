import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

/** The app first; the key is made only when somebody asks for it. */
export function BeginAuthenticator({ action }: { action: FormAction }) {
  const t = useTranslations('account.authenticator');
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-col gap-3">
        <h2 className="text-xl dense:text-base">{t('app.title')}</h2>
        <p className="text-muted">{t('app.text')}</p>
      </div>
      <Form id="begin-setup" action={action}>
        <div>
          <SubmitButton pendingLabel={t('begin.pending')}>{t('begin.submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
