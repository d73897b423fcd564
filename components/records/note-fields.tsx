import { useTranslations } from 'next-intl';
import { TextAreaField } from '#components/form/text-area-field';
import { CodePickerField } from './code-picker-field';

export function NoteFields() {
  const t = useTranslations('records');
  return (
    <>
      <CodePickerField type="note" />
      <TextAreaField name="content.body" label={t('field.body')} rows={16} maxLength={50_000} required />
    </>
  );
}
