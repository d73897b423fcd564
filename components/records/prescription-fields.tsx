import { useTranslations } from 'next-intl';
import { TextAreaField } from '#components/form/text-area-field';
import { TextField } from '#components/form/text-field';
import { CodePickerField } from './code-picker-field';

export function PrescriptionFields() {
  const t = useTranslations('records');
  const optional = t('form.optional');
  return (
    <>
      <CodePickerField type="prescription" />
      <TextAreaField
        name="content.dosage"
        rows={2}
        label={t('field.dosage')}
        hint={t('form.prescription.dosageHint')}
        optionalLabel={optional}
        maxLength={4000}
      />
      <div className="grid gap-5 sm:grid-cols-2 dense:gap-4">
        <TextField
          name="content.quantity"
          label={t('field.quantity')}
          hint={t('form.prescription.quantityHint')}
          optionalLabel={optional}
          autoComplete="off"
        />
        <TextField
          name="content.refills"
          label={t('field.refills')}
          hint={t('form.prescription.refillsHint')}
          optionalLabel={optional}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField name="content.starts" type="date" label={t('field.starts')} optionalLabel={optional} />
        <TextField name="content.ends" type="date" label={t('field.ends')} optionalLabel={optional} />
      </div>
    </>
  );
}
