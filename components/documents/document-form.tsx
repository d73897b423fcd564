import { useTranslations } from 'next-intl';
import { FileField } from '#components/form/file-field';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SelectField } from '#components/form/select-field';
import { TextField } from '#components/form/text-field';
import { SubmitButton } from '#components/ui/submit-button';
import { documentCategoryNames } from '#lib/domain/document-categories';

/** What file dialogs offer first. */
const accepted = '.pdf,.jpg,.jpeg,.png,.webp,.txt,.md,.csv';

/** A file and what it is. */
export function DocumentForm({ action }: { action: FormAction }) {
  const t = useTranslations('documents.form');
  const ofCategory = useTranslations('documents.category');
  const labels = {
    content: t('file'),
    title: t('name'),
    category: t('category'),
    occurred_at: t('date'),
  };
  return (
    <Form id="document" action={action} fields={labels}>
      <FileField
        name="content"
        label={labels.content}
        hint={t('fileHint')}
        accept={accepted}
        tooLarge={t('tooLarge')}
        required
      />
      <TextField name="title" label={labels.title} hint={t('nameHint')} maxLength={200} required />
      <div className="grid gap-5 sm:grid-cols-2 dense:gap-4">
        <SelectField
          name="category"
          label={labels.category}
          defaultValue="other"
          choices={documentCategoryNames.map((value) => ({ value, label: ofCategory(value) }))}
        />
        <TextField name="occurred_at" type="date" label={labels.occurred_at} optionalLabel={t('optional')} />
      </div>
      <div>
        <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
      </div>
    </Form>
  );
}
