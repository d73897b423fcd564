import { useTranslations } from 'next-intl';
import { SelectField } from '#components/form/select-field';
import { TextAreaField } from '#components/form/text-area-field';
import { TextField } from '#components/form/text-field';
import { type ReportKind, unitsOf } from './report-kinds';

const categories = ['medication', 'food', 'environment', 'biologic'] as const;
const severities = ['mild', 'moderate', 'severe'] as const;

/** Field names are the paths of the operation's input, so that its errors find their field. */
export function ReportFields({ kind }: { kind: ReportKind }) {
  if (kind === 'allergy') return <AllergyFields />;
  return kind === 'blood_pressure' ? <PressureFields /> : <ValueFields kind={kind} />;
}

function AllergyFields() {
  const t = useTranslations('requests');
  const optional = t('optional');
  const unsure = { value: '', label: t('health.choose') };
  const named = <const K extends string>(keys: readonly K[], words: (key: K) => string) => [
    unsure,
    ...keys.map((value) => ({ value, label: words(value) })),
  ];
  return (
    <>
      <TextField
        name="content.text"
        label={t('health.field.text')}
        hint={t('health.field.textHint')}
        maxLength={500}
        required
        autoComplete="off"
      />
      <SelectField
        name="content.category"
        label={t('health.field.category')}
        choices={named(categories, (key) => t(`health.category.${key}`))}
      />
      <TextField
        name="content.reaction"
        label={t('health.field.reaction')}
        hint={t('health.field.reactionHint')}
        optionalLabel={optional}
        maxLength={500}
        autoComplete="off"
      />
      <SelectField
        name="content.severity"
        label={t('health.field.severity')}
        choices={named(severities, (key) => t(`health.severity.${key}`))}
      />
      <TextField
        name="content.onset"
        label={t('health.field.onset')}
        hint={t('health.field.onsetHint')}
        optionalLabel={optional}
        autoComplete="off"
      />
    </>
  );
}

function PressureFields() {
  const t = useTranslations('requests.health');
  const unit = t('unit.mm[Hg]' as 'unit.kg');
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        name="content.systolic"
        label={t('field.systolic')}
        hint={unit}
        inputMode="decimal"
        autoComplete="off"
        required
      />
      <TextField
        name="content.diastolic"
        label={t('field.diastolic')}
        hint={unit}
        inputMode="decimal"
        autoComplete="off"
        required
      />
    </div>
  );
}

function ValueFields({ kind }: { kind: keyof typeof unitsOf }) {
  const t = useTranslations('requests.health');
  const choices = unitsOf[kind].map((value) => ({ value, label: t(`unit.${value}` as 'unit.kg') }));
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        name="content.value"
        label={t('field.value')}
        inputMode="decimal"
        autoComplete="off"
        required
      />
      <SelectField name="content.unit" label={t('field.unit')} choices={choices} required />
    </div>
  );
}

export function CommentField() {
  const t = useTranslations('requests');
  return (
    <TextAreaField
      name="content.comment"
      label={t('health.field.comment')}
      optionalLabel={t('optional')}
      rows={2}
      maxLength={1000}
    />
  );
}
