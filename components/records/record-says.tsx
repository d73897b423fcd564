import { useTranslations } from 'next-intl';
import { valueCounts } from '#lib/domain/counting-value';
import type { Formatter } from '#lib/i18n/format';
import { labValueWithUnit } from './lab-value';
import type { RecordWords } from './record';
import { vitalValue } from './vital-value';

export type Words = ReturnType<typeof useTranslations<'records'>>;

/** A code in words; what the catalogue does not know stands as it was received. */
export function codeWords(group: string, code: string | undefined, t: Words): string | null {
  if (code === undefined) return null;
  const key = `${group}.${code}` as 'clinicalStatus.active';
  return t.has(key) ? t(key) : code;
}

/** Where a problem, an allergy or a prescription stands. */
export function statusWords(record: RecordWords & { status: string }, t: Words): string | null {
  if (record.record_type === 'diagnosis') {
    return codeWords('clinicalStatus', record.content.clinical_status, t);
  }
  if (record.record_type !== 'prescription') return null;
  return codeWords('prescriptionStatus', record.status, t);
}

const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ') || null;

/** Left out of one version alone, which says what stood there. */
interface Stated {
  status?: string;
}

/** What a record says beside its name, in one line: a value, how to take it, a status. */
export function saysOf(record: RecordWords & Stated, t: Words, format: Formatter): string | null {
  if (record.status !== undefined && !valueCounts({ status: record.status })) return null;
  const absent = (code: string | undefined) => codeWords('absentReason', code, t);
  switch (record.record_type) {
    case 'lab_result':
      return labValueWithUnit(record.content, format) ?? absent(record.content.absent_reason);
    case 'vital_sign':
      return vitalValue(record.content, format) ?? absent(record.content.absent_reason);
    case 'prescription':
      return record.content.dosage ?? null;
    case 'diagnosis':
      return codeWords('clinicalStatus', record.content.clinical_status, t);
    case 'lab_report':
      return record.content.conclusion ?? null;
    case 'allergy':
      return joined(
        record.content.reaction,
        codeWords('choice', record.content.severity, t),
        record.content.criticality === 'high' ? t('criticality.high') : null,
      );
    case 'immunization':
      return joined(
        record.content.dose_number === undefined ? null : t('dose', { number: record.content.dose_number }),
        record.content.status_reason,
      );
    case 'procedure':
      return joined(record.content.body_site, record.content.outcome, record.content.status_reason);
    case 'encounter':
      return joined(codeWords('choice', record.content.class, t), record.content.reason);
    case 'note':
      return record.content.body?.replace(/\s+/gu, ' ').trim() || null;
    case 'document':
      return joined(record.content.file_name, record.content.category);
    case 'other':
      return record.content.value ?? record.content.conclusion ?? null;
  }
}

export function useRecordSays(): (record: RecordWords & Stated, format: Formatter) => string | null {
  const t = useTranslations('records');
  return (record, format) => saysOf(record, t, format);
}
