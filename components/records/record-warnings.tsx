import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';
import type { RecordView } from './record';

/** What must be read together with the record, because without it one would understand something else. */
export function RecordWarnings({ record }: { record: RecordView }) {
  const t = useTranslations('records.warning');
  return record.warnings.map((warning) => {
    const key = warning as 'preliminary';
    return (
      <Notice key={warning} tone="warn">
        {t.has(key) ? t(key) : t('unknown_modifier')}
      </Notice>
    );
  });
}
