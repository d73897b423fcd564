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

export function RefillForm({ action, draft, cancelHref }: AskFormProps) {
  const t = useTranslations('requests');
  const label = t('refill.note');
  return (
    <Card>
      <Form id="refill" action={action} draft={draft} fields={{ note: label }}>
        <p className="text-muted">{t('refill.lead')}</p>
        <TextAreaField
          name="note"
          label={label}
          hint={t('refill.noteHint')}
          optionalLabel={t('optional')}
          maxLength={1000}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton pendingLabel={t('sending')}>{t('refill.submit')}</SubmitButton>
          <ButtonLink href={cancelHref} tone="quiet">
            {t('cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Card>
  );
}
