import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';

interface RecoveryCodesLeftProps {
  unused: number;
  hasFactor: boolean;
  action: FormAction;
}

/** How many there are, and the way to new ones; where there is no factor to stand in for, the way to one. */
export function RecoveryCodesLeft({ unused, hasFactor, action }: RecoveryCodesLeftProps) {
  const t = useTranslations('account.recoveryCodes');
  if (!hasFactor) {
    return (
      <Card className="flex flex-col gap-4">
        <p>{t('factorFirst')}</p>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          <TextLink href={paths.account.passkeys} className="inline-flex min-h-11 items-center">
            {t('addPasskey')}
          </TextLink>
          <TextLink href={paths.account.authenticator} className="inline-flex min-h-11 items-center">
            {t('setUpApp')}
          </TextLink>
        </div>
      </Card>
    );
  }
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <p className="font-semibold">{t('left', { count: unused })}</p>
        {unused > 0 && <p className="text-muted">{t('replaces')}</p>}
      </div>
      <Form id="make-codes" action={action}>
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('make', { count: unused })}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
