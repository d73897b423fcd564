import { useTranslations } from 'next-intl';
import { SelectField } from '#components/form/select-field';

const choices = {
  kind: ['allergy', 'intolerance'],
  category: ['medication', 'food', 'environment', 'biologic'],
  criticality: ['low', 'high', 'unable-to-assess'],
  severity: ['mild', 'moderate', 'severe'],
  class: ['AMB', 'VR', 'HH', 'EMER', 'IMP', 'ACUTE', 'NONAC', 'OBSENC', 'PRENC', 'SS', 'FLD'],
} as const;

/** One of a value set of R4, or nothing where it is not known. */
export function ChoiceField({ name, required = false }: { name: keyof typeof choices; required?: boolean }) {
  const t = useTranslations('records');
  const named = choices[name].map((value) => ({ value, label: t(`choice.${value}`) }));
  return (
    <SelectField
      name={`content.${name}`}
      label={t(`field.${name}`)}
      choices={required ? named : [{ value: '', label: t('choice.unknown') }, ...named]}
    />
  );
}
