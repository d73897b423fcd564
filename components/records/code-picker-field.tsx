import { useTranslations } from 'next-intl';
import { CodePicker } from '#components/form/code-picker';
import { CodeFields } from './code-fields';
import type { WritableKind } from './record';

/** What the record is about: in words, with a code where one fits. */
export function CodePickerField({ type, unitName }: { type: WritableKind; unitName?: string }) {
  const t = useTranslations('records');
  const system = (key: 'icd10cm' | 'loinc' | 'rxnorm' | 'snomed') => t(`form.codes.system.${key}`);
  const labels = {
    coded: t('form.codes.coded'),
    freeText: t('form.codes.freeText'),
    found: t('form.codes.found'),
    nothingFound: t('form.codes.nothingFound'),
    failed: t('form.codes.failed'),
    removeCode: t('form.codes.removeCode'),
    systems: {
      'http://hl7.org/fhir/sid/icd-10-cm': system('icd10cm'),
      'http://loinc.org': system('loinc'),
      'http://www.nlm.nih.gov/research/umls/rxnorm': system('rxnorm'),
      'http://snomed.info/sct': system('snomed'),
    },
  };
  return (
    <CodePicker
      name="content.text"
      kind={type}
      label={t(`form.${type}.text`)}
      hint={t(`form.${type}.textHint`)}
      maxLength={2000}
      labels={labels}
      {...(unitName && { unitName })}
    >
      <CodeFields />
    </CodePicker>
  );
}
