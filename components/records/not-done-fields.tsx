import { useTranslations } from 'next-intl';
import { CheckField } from '#components/form/check-field';
import { WordsField } from './optional-fields';

/** That something was not done is a fact of its own, and has a reason. */
export function NotDoneFields() {
  const t = useTranslations('records');
  return (
    <>
      <CheckField name="content.not_done" label={t('field.not_done')} hint={t('form.notDoneHint')} />
      <WordsField name="status_reason" />
    </>
  );
}
