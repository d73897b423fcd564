import { useTranslations } from 'next-intl';
import type { WritableKind } from './record';

/** The labels of a record form by the paths of its fields. */
export function useFieldLabels(type: WritableKind): Readonly<Record<string, string>> {
  const t = useTranslations('records');
  const range = t('field.reference_range');
  return {
    'content.text': t(`form.${type}.text`),
    'content.onset': t('field.onset'),
    'content.clinical_status': t('field.clinical_status'),
    'content.dosage': t('field.dosage'),
    'content.quantity': t('field.quantity'),
    'content.refills': t('field.refills'),
    'content.starts': t('field.starts'),
    'content.ends': t('field.ends'),
    'content.value': t('field.value'),
    'content.unit': t('field.unit'),
    'content.reference_range': range,
    'content.reference_range.low': `${range}, ${t('form.lab_result.low')}`,
    'content.reference_range.high': `${range}, ${t('form.lab_result.high')}`,
    'content.reference_range.text': `${range}, ${t('form.lab_result.rangeText')}`,
    'content.interpretation': t('field.interpretation'),
    'content.comment': t('field.comment'),
    'content.code': t('field.code'),
    'content.code_system': t('field.code_system'),
    occurred_at: t('form.occurred_at'),
    reason: t('form.reason'),
  };
}
