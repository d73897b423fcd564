import { useTranslations } from 'next-intl';
import type { RecordView } from './record';

type Named = Pick<RecordView, 'title' | 'lab_key'>;

/** The plain name of a test where one is known; everything else by the words of its record. */
export function useRecordTitle(): (record: Named) => { plain: string; medical: string | null } {
  const t = useTranslations('labs');
  return ({ lab_key, title }) => {
    const key = lab_key as 'hba1c' | null | undefined;
    if (!key || !t.has(key)) return { plain: title, medical: null };
    return { plain: t(key), medical: title };
  };
}
