import { useTranslations } from 'next-intl';
import type { RecordView } from './record';

/** The plain name of a test where one is known; everything else by the words of its record. */
export function useRecordTitle(): (record: RecordView) => { plain: string; medical: string | null } {
  const t = useTranslations('labs');
  return ({ lab_key, content }) => {
    const key = lab_key as 'hba1c' | null | undefined;
    if (!key || !t.has(key)) return { plain: content.text, medical: null };
    return { plain: t(key), medical: content.text };
  };
}
