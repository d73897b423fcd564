import { useLocale, useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { formatter } from '#lib/i18n/format';

interface OwnRecoveryProps {
  recovery: { status: 'requested' | 'approved'; created_at: string; not_before: string | null } | null;
  zone: string;
  /** Posts nothing. */
  action: FormAction;
}

/** A way into the account that somebody has asked for, and the button that stops it. */
export function OwnRecovery({ recovery, zone, action }: OwnRecoveryProps) {
  const t = useTranslations('account.recovery');
  const format = formatter(useLocale(), zone);
  if (!recovery) return <p className="text-muted">{t('none')}</p>;
  const { status, created_at, not_before } = recovery;
  return (
    <Card className="flex flex-col gap-4">
      <p className="font-semibold">{t(status, { at: format.dateTime(not_before ?? created_at) })}</p>
      <p className="text-muted">{t('explain')}</p>
      <Form id="stop" action={action}>
        <div>
          <SubmitButton tone="danger" pendingLabel={t('pending')}>
            {t('stop')}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
