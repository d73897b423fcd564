import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction, FormDraft } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { SubmitButton } from '#components/ui/submit-button';

/** One statement on a denial. */
export function DisagreeForm({ action, draft }: { action: FormAction; draft: FormDraft }) {
  const t = useTranslations('requests');
  const label = t('disagree.label');
  return (
    <Section id="disagree-title" title={t('disagree.title')}>
      <Card>
        <Form id="disagree" action={action} draft={draft} fields={{ disagreement: label }}>
          <p className="text-muted">{t('disagree.text')}</p>
          <TextAreaField name="disagreement" label={label} rows={4} maxLength={4000} required />
          <div>
            <SubmitButton pendingLabel={t('sending')}>{t('disagree.submit')}</SubmitButton>
          </div>
        </Form>
      </Card>
    </Section>
  );
}
