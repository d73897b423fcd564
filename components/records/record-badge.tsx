import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { readLab } from './lab-reading';
import { isEnteredInError, type RecordView } from './record';
import { statusWords } from './record-says';

/** The one status that matters of a record: that it is an error, then what the result or the problem says. */
export function RecordBadge({ record }: { record: RecordView }) {
  const t = useTranslations('records');
  if (isEnteredInError(record)) return <Badge tone="danger">{t('status.entered-in-error')}</Badge>;
  if (record.record_type === 'lab_result') {
    const { key, tone } = readLab(record);
    return key && <Badge tone={tone}>{t(`flag.${key}`)}</Badge>;
  }
  const text = statusWords(record, t);
  return text && <Badge tone={record.status === 'active' ? 'primary' : 'neutral'}>{text}</Badge>;
}
