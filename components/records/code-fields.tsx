import { useTranslations } from 'next-intl';
import { TextField } from '#components/form/text-field';

/** The code that a record came with. Shown when it is amended, so that other words do not keep the old meaning. */
export function CodeFields() {
  const t = useTranslations('records');
  const optional = t('form.optional');
  return (
    <div className="grid gap-5 sm:grid-cols-2 dense:gap-4">
      <TextField
        name="content.code"
        label={t('field.code')}
        hint={t('form.codeHint')}
        optionalLabel={optional}
        autoComplete="off"
        spellCheck={false}
      />
      <TextField
        name="content.code_system"
        label={t('field.code_system')}
        hint={t('form.codeSystemHint')}
        optionalLabel={optional}
        autoComplete="off"
        spellCheck={false}
      />
    </div>
  );
}
