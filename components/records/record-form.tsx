import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction, FormState } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { TextField } from '#components/form/text-field';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { DiagnosisFields } from './diagnosis-fields';
import { LabResultFields } from './lab-result-fields';
import { PrescriptionFields } from './prescription-fields';
import type { RecordKind } from './record';

export type WritableKind = Exclude<RecordKind, 'lab_report'>;

interface RecordFormProps {
  type: WritableKind;
  /** `amend` asks for a reason and makes a new version. */
  mode: 'create' | 'amend';
  action: FormAction;
  /** Sent along: `patient_id`, or `id` and `version`. */
  hidden: Readonly<Record<string, string>>;
  /** Values by field name: `content.text`, `content.reference_range.low`, … */
  initial?: FormState['values'];
  cancelHref: string;
}

const fieldsOf = {
  diagnosis: DiagnosisFields,
  prescription: PrescriptionFields,
  lab_result: LabResultFields,
};

/** Field names are the paths of the operation's input, so that its errors find their field. */
export function RecordForm({ type, mode, action, hidden, initial, cancelHref }: RecordFormProps) {
  const t = useTranslations('records');
  const Fields = fieldsOf[type];
  return (
    <Card>
      <Form id="record" action={action} initial={{ status: 'idle', values: initial }}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Fields />
        {mode === 'create' ? (
          <TextField
            name="occurred_at"
            type="date"
            label={t('form.occurred_at')}
            optionalLabel={t('form.optional')}
          />
        ) : (
          <TextAreaField
            name="reason"
            rows={2}
            maxLength={500}
            label={t('form.reason')}
            hint={t('form.reasonHint')}
          />
        )}
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
