import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';

interface CloseAccountProps {
  /** A patient: with visits and a record of their own. */
  hasRecord: boolean;
  /** Posts nothing: the account is the session's. */
  action: FormAction;
}

/** What closing an account does, before the button that does it. */
export function CloseAccount({ hasRecord, action }: CloseAccountProps) {
  const t = useTranslations('account.delete');
  return (
    <Card className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h2 className="text-xl font-bold">{t('effects')}</h2>
        <ul className="flex list-disc flex-col gap-2 ps-6">
          <li>{t('signedOut')}</li>
          {hasRecord && <li>{t('visits')}</li>}
          {hasRecord && <li>{t('record')}</li>}
        </ul>
        <p className="text-muted">
          {t('copy')} <TextLink href={paths.account.export}>{t('export')}</TextLink>
        </p>
      </div>
      <Form id="close-account" action={action}>
        <div className="flex flex-wrap gap-3">
          <SubmitButton tone="danger" pendingLabel={t('pending')}>
            {t('submit')}
          </SubmitButton>
          <ButtonLink href={paths.account.overview} tone="secondary">
            {t('keep')}
          </ButtonLink>
        </div>
      </Form>
    </Card>
  );
}
