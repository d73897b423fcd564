import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction, FormDraft } from '#components/form/form-state';
import { RadioCards } from '#components/form/radio-cards';
import { TextAreaField } from '#components/form/text-area-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

interface DecisionFormProps {
  /** Of a record that takes no other words, a correction is accepted by saying what was done. */
  kind: 'refill' | 'correction';
  action: FormAction;
  draft: FormDraft;
}

/** A doctor's word on what a patient has asked for, in words that the patient reads. */
export function DecisionForm({ kind, action, draft }: DecisionFormProps) {
  const t = useTranslations('requests');
  const labels = { decision: t('decide.legend'), answer: t('decide.answer') };
  const yes =
    kind === 'refill'
      ? { value: 'approved', label: t('decide.approve'), detail: t('decide.approveDetail') }
      : { value: 'accepted', label: t('decide.accept'), detail: t('decide.acceptDetail') };
  const no = {
    value: 'denied',
    label: t('decide.deny'),
    detail: t(kind === 'refill' ? 'decide.denyRefillDetail' : 'decide.denyDetail'),
  };
  return (
    <Card>
      <Form id="decide" action={action} draft={draft} fields={labels}>
        <RadioCards name="decision" legend={labels.decision} options={[yes, no]} required />
        <TextAreaField
          name="answer"
          label={labels.answer}
          hint={t(kind === 'refill' ? 'decide.answerHint' : 'decide.answerNeeded')}
          maxLength={kind === 'refill' ? 1000 : 4000}
        />
        <div>
          <SubmitButton pendingLabel={t('sending')}>{t('decide.submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
