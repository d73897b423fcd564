import { useTranslations } from 'next-intl';
import { TextField } from '#components/form/text-field';
import { CodePickerField } from './code-picker-field';
import { CommentField } from './optional-fields';

/** A value with its unit, or a blood pressure: both numbers belong to one measurement. */
export function VitalSignFields() {
  const t = useTranslations('records');
  const optional = t('form.optional');
  const decimal = { optionalLabel: optional, inputMode: 'decimal', autoComplete: 'off' } as const;
  return (
    <>
      <CodePickerField type="vital_sign" unitName="content.unit" />
      <div className="grid gap-5 sm:grid-cols-2 dense:gap-4">
        <TextField
          {...decimal}
          name="content.value"
          label={t('field.value')}
          hint={t('form.vital_sign.valueHint')}
        />
        <TextField
          name="content.unit"
          label={t('field.unit')}
          hint={t('form.vital_sign.unitHint')}
          optionalLabel={optional}
          maxLength={60}
          autoComplete="off"
        />
      </div>
      <fieldset>
        <legend className="mb-2 font-semibold">{t('form.vital_sign.pressure')}</legend>
        <div className="grid gap-5 sm:grid-cols-2 dense:gap-4">
          <TextField {...decimal} name="content.systolic" label={t('field.systolic')} />
          <TextField {...decimal} name="content.diastolic" label={t('field.diastolic')} />
        </div>
      </fieldset>
      <CommentField />
    </>
  );
}
