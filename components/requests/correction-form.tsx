import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction, FormDraft } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

interface AskFormProps {
  action: FormAction;
  draft: FormDraft;
  cancelHref: string;
}

export function CorrectionForm({ action, draft, cancelHref }: AskFormProps) {
  const t = useTranslations('requests');
  const fields = { wrong: t('correction.wrong'), wanted: t('correction.wanted') };
  return (
    <Card>
      <Form id="correction" action={action} draft={draft} fields={fields}>
        <p className="text-muted">{t('correction.lead')}</p>
        <TextAreaField
          name="wrong"
          label={fields.wrong}
          hint={t('correction.wrongHint')}
          maxLength={4000}
          required
        />
        <TextAreaField name="wanted" label={fields.wanted} maxLength={4000} required />
        <div className="flex flex-wrap gap-3">
          <SubmitButton pendingLabel={t('sending')}>{t('correction.submit')}</SubmitButton>
          <ButtonLink href={cancelHref} tone="quiet">
            {t('cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Card>
  );
}
