import { useTranslations } from 'next-intl';
import { TextAreaField } from '#components/form/text-area-field';
import { TextField } from '#components/form/text-field';

type FieldName = Parameters<ReturnType<typeof useTranslations<'records.field'>>>[0];

interface WordsFieldProps {
  /** Key of the content, and of its label. */
  name: FieldName;
  hint?: string;
  maxLength?: number;
}

/** A line of words that may be left out. */
export function WordsField({ name, hint, maxLength = 500 }: WordsFieldProps) {
  const t = useTranslations('records');
  return (
    <TextField
      name={`content.${name}`}
      label={t(`field.${name}`)}
      hint={hint}
      optionalLabel={t('form.optional')}
      maxLength={maxLength}
      autoComplete="off"
    />
  );
}

/** A date that may be a year or a month alone. */
export function PartialDateField({ name }: { name: FieldName }) {
  const t = useTranslations('records');
  return (
    <TextField
      name={`content.${name}`}
      label={t(`field.${name}`)}
      hint={t('form.partialDate')}
      optionalLabel={t('form.optional')}
      inputMode="numeric"
      autoComplete="off"
    />
  );
}

export function CommentField({ hint }: { hint?: string }) {
  const t = useTranslations('records');
  return (
    <TextAreaField
      name="content.comment"
      label={t('field.comment')}
      hint={hint}
      optionalLabel={t('form.optional')}
      maxLength={4000}
    />
  );
}
