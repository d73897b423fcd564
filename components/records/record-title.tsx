import { useTranslations } from 'next-intl';
import { plainMedicine } from './plain-medicine';
import type { RecordView } from './record';

type Named = Pick<RecordView, 'title' | 'lab_key' | 'record_type'>;

export type LabWords = ReturnType<typeof useTranslations<'labs'>>;

/** The plain name of a test or a medicine where one is known; everything else by the words of its record. */
export function titleOf({ lab_key, title, record_type }: Named, t: LabWords) {
  if (record_type === 'prescription') return { plain: plainMedicine(title), medical: null };
  const key = lab_key as 'hba1c' | null | undefined;
  if (!key || !t.has(key)) return { plain: title, medical: null };
  return { plain: t(key), medical: title };
}

export function useRecordTitle(): (record: Named) => { plain: string; medical: string | null } {
  const t = useTranslations('labs');
  return (record) => titleOf(record, t);
}
