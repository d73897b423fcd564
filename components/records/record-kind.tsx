import { useTranslations } from 'next-intl';
import type { RecordView } from './record';

/** "Diagnosis", "Test result"; how someone lives is neither. */
export function RecordKindName({ record }: { record: RecordView }) {
  const t = useTranslations('records.type');
  return record.circumstance ? t('circumstance') : t(record.record_type);
}
