import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

/** `action` posts `reason`. */
export function EndAssignmentForm({ action }: { action: FormAction }) {
  const t = useTranslations('person.doctors');
  const act = useTranslations('person.act');
  return (
    <Card>
      <Form id="unassign" action={action} fields={{ reason: act('reason') }}>
        <TextAreaField
          name="reason"
          label={act('reason')}
          hint={act('reasonHint')}
          required
          maxLength={1000}
        />
        <div>
          <SubmitButton tone="danger" pendingLabel={t('pending')}>
            {t('endSubmit')}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
