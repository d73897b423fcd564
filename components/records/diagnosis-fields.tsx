import { useTranslations } from 'next-intl';
import { SelectField } from '#components/form/select-field';
import { TextField } from '#components/form/text-field';
import { CodePickerField } from './code-picker-field';

const statuses = ['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved'] as const;

export function DiagnosisFields() {
  const t = useTranslations('records');
  return (
    <>
      <CodePickerField type="diagnosis" />
      <div className="grid gap-5 sm:grid-cols-2 dense:gap-4">
        <SelectField
          name="content.clinical_status"
          label={t('field.clinical_status')}
          choices={statuses.map((value) => ({ value, label: t(`clinicalStatus.${value}`) }))}
          defaultValue="active"
        />
        <TextField
          name="content.onset"
          label={t('field.onset')}
          hint={t('form.partialDate')}
          optionalLabel={t('form.optional')}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
    </>
  );
}
