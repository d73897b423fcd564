import { useTranslations } from 'next-intl';
import { SelectField } from '#components/form/select-field';
import { ChoiceField } from './choice-field';
import { CodePickerField } from './code-picker-field';
import { CommentField, PartialDateField, WordsField } from './optional-fields';

const statuses = ['active', 'inactive', 'resolved'] as const;

export function AllergyFields() {
  const t = useTranslations('records');
  return (
    <>
      <CodePickerField type="allergy" />
      <div className="grid gap-5 sm:grid-cols-2 dense:gap-4">
        <SelectField
          name="content.clinical_status"
          label={t('field.clinical_status')}
          choices={statuses.map((value) => ({ value, label: t(`clinicalStatus.${value}`) }))}
        />
        <ChoiceField name="criticality" />
        <ChoiceField name="kind" />
        <ChoiceField name="category" />
        <WordsField name="reaction" hint={t('form.allergy.reactionHint')} />
        <ChoiceField name="severity" />
      </div>
      <PartialDateField name="onset" />
      <CommentField />
    </>
  );
}
