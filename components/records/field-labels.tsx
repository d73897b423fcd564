import { useTranslations } from 'next-intl';
import type { WritableKind } from './record';

const contentFields = [
  ...([
    'onset',
    'clinical_status',
    'dosage',
    'quantity',
    'refills',
    'starts',
    'ends',
    'value',
    'unit',
  ] as const),
  ...([
    'systolic',
    'diastolic',
    'reference_range',
    'interpretation',
    'kind',
    'category',
    'criticality',
  ] as const),
  ...(['reaction', 'severity', 'lot_number', 'dose_number', 'site', 'not_done', 'status_reason'] as const),
  ...([
    'performed_end',
    'body_site',
    'reason',
    'outcome',
    'class',
    'body',
    'comment',
    'code',
    'code_system',
  ] as const),
];

/** The labels of a record form by the paths of its fields. */
export function useFieldLabels(type: WritableKind): Readonly<Record<string, string>> {
  const t = useTranslations('records');
  const range = t('field.reference_range');
  return {
    'content.text': t(`form.${type}.text`),
    ...Object.fromEntries(contentFields.map((name) => [`content.${name}`, t(`field.${name}`)])),
    'content.reference_range.low': `${range}, ${t('form.lab_result.low')}`,
    'content.reference_range.high': `${range}, ${t('form.lab_result.high')}`,
    'content.reference_range.text': `${range}, ${t('form.lab_result.rangeText')}`,
    occurred_at: t('form.occurred_at'),
    reason: t('form.reason'),
  };
}
