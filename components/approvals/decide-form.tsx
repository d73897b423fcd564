import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import type { ApprovalView } from './approval';

interface DecideFormProps {
  approval: ApprovalView;
  /** Posts `decision`: approved or refused. */
  action: FormAction;
}

/** The second admin's word, or why it has to be another's. */
export function DecideForm({ approval, action }: DecideFormProps) {
  const t = useTranslations('approvals.decide');
  const { decision_bar: bar, kind } = approval;
  if (bar === 'decided') return null;
  if (bar) return <Notice>{t(`bar.${bar}`)}</Notice>;
  return (
    <Form id="decide" action={action} className="flex flex-col gap-4">
      <p className="text-muted">{t(`effect.${kind}`)}</p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="decision" value="approved" pendingLabel={t('pending')}>
          {t('approve')}
        </SubmitButton>
        <SubmitButton name="decision" value="refused" tone="danger" pendingLabel={t('pending')}>
          {t('refuse')}
        </SubmitButton>
      </div>
    </Form>
  );
}
