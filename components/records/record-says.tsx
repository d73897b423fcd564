import { useTranslations } from 'next-intl';
import type { Formatter } from '#lib/i18n/format';
import { labValueWithUnit } from './lab-value';
import type { RecordWords } from './record';

type Words = ReturnType<typeof useTranslations<'records'>>;

/** A clinical status in words; what the catalogue does not know stands as it was received. */
function clinicalStatus(code: string, t: Words): string {
  const key = `clinicalStatus.${code}` as 'clinicalStatus.active';
  return t.has(key) ? t(key) : code;
}

/** Where a problem or a prescription stands. */
export function statusWords(record: RecordWords & { status: string }, t: Words): string | null {
  if (record.record_type === 'diagnosis') {
    return record.content.clinical_status ? clinicalStatus(record.content.clinical_status, t) : null;
  }
  if (record.record_type !== 'prescription') return null;
  const key = `prescriptionStatus.${record.status}` as 'prescriptionStatus.active';
  return t.has(key) ? t(key) : record.status;
}

/** What a record says beside its name, in one line: a value, how to take it, a status. */
export function useRecordSays(): (record: RecordWords, format: Formatter) => string | null {
  const t = useTranslations('records');
  return (record, format) => {
    switch (record.record_type) {
      case 'lab_result':
        return labValueWithUnit(record.content, format);
      case 'prescription':
        return record.content.dosage ?? null;
      case 'diagnosis':
        return record.content.clinical_status ? clinicalStatus(record.content.clinical_status, t) : null;
      case 'lab_report':
        return record.content.conclusion ?? null;
      default:
        return null;
    }
  };
}
