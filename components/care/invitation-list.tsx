import { useLocale, useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { EmailText } from '#components/ui/email-text';
import { SubmitButton } from '#components/ui/submit-button';
import { formatter } from '#lib/i18n/format';

interface InvitationListProps {
  invitations: readonly {
    id: string;
    name: string;
    email: string;
    scope: 'chart' | 'appointments' | 'chart_and_appointments';
    valid_until: string | null;
    created_at: string;
    expires_at: string;
  }[];
  zone: string;
  /** Posts `id`. */
  withdraw: FormAction;
}

/** Whom the patient has invited and who has not answered yet. */
export function InvitationList({ invitations, zone, withdraw }: InvitationListProps) {
  const t = useTranslations('sharing');
  const format = formatter(useLocale(), zone);
  return (
    <Card as="ul" flush>
      {invitations.map(({ id, name, email, scope, created_at, expires_at }) => (
        <li key={id} className="flex flex-col gap-3 px-5 py-4 dense:px-4 dense:py-3">
          <div className="min-w-0">
            <p className="font-semibold wrap-anywhere">
              <bdi>{name}</bdi>
            </p>
            <p className="text-muted">
              <EmailText>{email}</EmailText>
            </p>
            <p>{t(`scope.${scope}`)}</p>
            <p className="text-muted tabular-nums">
              {t('invitation.sent', { date: format.date(created_at) })}
              <br />
              {t('invitation.expires', { date: format.dateTime(expires_at) })}
            </p>
          </div>
          <Form id={`withdraw-${id}`} action={withdraw} className="flex flex-col items-start gap-2">
            <input type="hidden" name="id" value={id} />
            <SubmitButton tone="secondary" pendingLabel={t('invitation.withdrawing')}>
              {t('invitation.withdraw')} <span className="sr-only">{t('endOf', { name })}</span>
            </SubmitButton>
          </Form>
        </li>
      ))}
    </Card>
  );
}
