import { useTranslations } from 'next-intl';
import { TextAreaField } from '#components/form/text-area-field';
import { NameField } from './name-field';

export function NoteFields() {
  const t = useTranslations('records');
  return (
    <>
      <NameField type="note" />
      <TextAreaField name="content.body" label={t('field.body')} rows={16} maxLength={50_000} required />
    </>
  );
}
