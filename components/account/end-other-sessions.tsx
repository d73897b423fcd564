import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';

interface EndOtherSessionsProps {
  /** Posts nothing: the session that asks is kept. */
  action: FormAction;
  /** How many there are beside this one. */
  others: number;
}

export function EndOtherSessions({ action, others }: EndOtherSessionsProps) {
  const t = useTranslations('account.sessions');
  if (others === 0) return null;
  return (
    <Form id="end-others" action={action}>
      <p className="text-muted">{t('endText')}</p>
      <div>
        <SubmitButton tone="danger" pendingLabel={t('ending')}>
          {t('endOthers', { count: others })}
        </SubmitButton>
      </div>
    </Form>
  );
}
