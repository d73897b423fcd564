import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction, FormDraft } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { TextField } from '#components/form/text-field';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { DiagnosisFields } from './diagnosis-fields';
import { useFieldLabels } from './field-labels';
import { LabResultFields } from './lab-result-fields';
import { PrescriptionFields } from './prescription-fields';
import type { RecordView, WritableKind } from './record';
import { recordFormValues } from './record-form-values';

interface RecordFormProps {
  type: WritableKind;
  /** Given, the form amends it: it asks for a reason and makes a new version. */
  record?: RecordView;
  action: FormAction;
  draft: FormDraft;
  cancelHref: string;
}

const fieldsOf = {
  diagnosis: DiagnosisFields,
  prescription: PrescriptionFields,
  lab_result: LabResultFields,
};

/** Field names are the paths of the operation's input, so that its errors find their field. */
export function RecordForm({ type, record, action, draft, cancelHref }: RecordFormProps) {
  const t = useTranslations('records');
  const Fields = fieldsOf[type];
  const mode = record ? 'amend' : 'create';
  const values = record && recordFormValues(record);
  return (
    <Card>
      <Form
        id="record"
        action={action}
        draft={draft}
        fields={useFieldLabels(type)}
        initial={{ status: 'idle', ...(values && { values }) }}
      >
        <Fields />
        {record ? (
          <TextAreaField
            name="reason"
            rows={2}
            maxLength={500}
            label={t('form.reason')}
            hint={t('form.reasonHint')}
          />
        ) : (
          <TextField
            name="occurred_at"
            type="date"
            label={t('form.occurred_at')}
            optionalLabel={t('form.optional')}
          />
        )}
        <p className="text-muted">{t('visibleToPatient')}</p>
        <div className="flex flex-wrap gap-3">
          <SubmitButton pendingLabel={t('form.saving')}>{t(`form.submit.${mode}.${type}`)}</SubmitButton>
          <ButtonLink href={cancelHref} tone="quiet">
            {t('form.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Card>
  );
}
