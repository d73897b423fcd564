import { useTranslations } from 'next-intl';
import { FileField } from '#components/form/file-field';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SelectField } from '#components/form/select-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

interface UploadFormProps {
  /** Posts `file`, and whom it is for where somebody is chosen. */
  action: FormAction;
  /** An admin says who is to treat the patient, a doctor whose chart it is. */
  field: 'doctor_email' | 'patient_id';
  people: readonly { readonly value: string; readonly name: string }[];
}

export function UploadForm({ action, field, people }: UploadFormProps) {
  const t = useTranslations('imports');
  const choices = people.map(({ value, name }) => ({ value, label: name }));
  return (
    <Card>
      <Form id="upload" action={action} fields={{ file: t('field.file'), [field]: t(`field.${field}`) }}>
        <FileField
          name="file"
          label={t('field.file')}
          hint={t('hint.file')}
          accept=".json,.ndjson,application/fhir+json,application/json"
          tooLarge={t('tooLarge')}
          required
        />
        <SelectField
          name={field}
          label={t(`field.${field}`)}
          hint={t(`hint.${field}`)}
          choices={[{ value: '', label: t(`none.${field}`) }, ...choices]}
        />
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
