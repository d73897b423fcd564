import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction, FormDraft } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { SubmitButton } from '#components/ui/submit-button';

/** The record stays as it is, for a reason. */
export function DenyForm({ action, draft }: { action: FormAction; draft: FormDraft }) {
  const t = useTranslations('requests');
  const label = t('decide.denyReason');
  return (
    <Section id="deny-title" title={t('decide.denyTitle')}>
      <Card>
        <Form id="deny" action={action} draft={draft} fields={{ answer: label }}>
          <TextAreaField name="answer" label={label} rows={3} maxLength={4000} required />
          <div>
            <SubmitButton tone="secondary" pendingLabel={t('sending')}>
              {t('decide.denySubmit')}
            </SubmitButton>
          </div>
        </Form>
      </Card>
    </Section>
  );
}
