import { useTranslations } from 'next-intl';
import { SelectField } from '#components/form/select-field';
import { TextAreaField } from '#components/form/text-area-field';
import { TextField } from '#components/form/text-field';
import { CodePickerField } from './code-picker-field';

/** Every code that a record may carry: one that is not offered would be lost by the next change. */
const interpretations = [
  ...['', 'N', 'L', 'H', 'LL', 'HH', 'LU', 'HU', 'A', 'AA', '<', '>'],
  ...['POS', 'NEG', 'IND', 'E', 'DET', 'ND', 'RR', 'WR', 'NR', 'S', 'I', 'R', 'B', 'W', 'U', 'D'],
] as const;

export function LabResultFields() {
  const t = useTranslations('records');
  const optional = t('form.optional');
  const choices = interpretations.map((value) => ({ value, label: t(`interpretation.${value || 'none'}`) }));
  return (
    <>
      <CodePickerField type="lab_result" unitName="content.unit" />
      <div className="grid gap-5 sm:grid-cols-2 dense:gap-4">
        <TextField
          name="content.value"
          label={t('field.value')}
          hint={t('form.lab_result.valueHint')}
          required
          autoComplete="off"
        />
        <TextField
          name="content.unit"
          label={t('field.unit')}
          hint={t('form.lab_result.unitHint')}
          optionalLabel={optional}
          maxLength={60}
          autoComplete="off"
        />
      </div>
      <fieldset>
        <legend className="mb-2 font-semibold">{t('field.reference_range')}</legend>
        <div className="grid gap-5 sm:grid-cols-2 dense:gap-4">
          <TextField
            name="content.reference_range.low"
            label={t('form.lab_result.low')}
            optionalLabel={optional}
            inputMode="decimal"
            autoComplete="off"
          />
          <TextField
            name="content.reference_range.high"
            label={t('form.lab_result.high')}
            optionalLabel={optional}
            inputMode="decimal"
            autoComplete="off"
          />
        </div>
        <div className="mt-4">
          <TextField
            name="content.reference_range.text"
            label={t('form.lab_result.rangeText')}
            optionalLabel={optional}
            maxLength={500}
            autoComplete="off"
          />
        </div>
      </fieldset>
      <SelectField name="content.interpretation" label={t('field.interpretation')} choices={choices} />
      <TextAreaField
        name="content.comment"
        label={t('field.comment')}
        hint={t('form.lab_result.commentHint')}
        optionalLabel={optional}
        maxLength={4000}
      />
    </>
  );
}
