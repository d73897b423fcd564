import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import { readLab } from './lab-reading';
import { isEnteredInError, isPreliminary, type RecordView } from './record';
import { statusWords, type Words } from './record-says';

export interface BadgeWords {
  tone: BadgeTone;
  text: string;
}

/** Warnings that are the whole point of a row. The others stand on the record's own page. */
const decisive = ['cancelled', 'not_done', 'refuted', 'do_not_take', 'not_an_order', 'unconfirmed'];

/** The one status that matters of a record: that it is an error, or not signed; then what the record says of itself. */
export function badgeOf(record: RecordView, t: Words): BadgeWords | null {
  if (isEnteredInError(record)) return { tone: 'danger', text: t('status.entered-in-error') };
  if (record.stage === 'draft') return { tone: 'info', text: t('stage.draft') };
  const warning = record.warnings.find((each) => decisive.includes(each));
  if (warning) return { tone: 'warn', text: t(`short.${warning as 'not_done'}`) };
  if (record.record_type === 'lab_result') {
    const { key, tone } = readLab(record);
    const words = [key && t(`flag.${key}`), isPreliminary(record) && t('short.preliminary')].filter(Boolean);
    return words.length === 0 ? null : { tone, text: words.join(', ') };
  }
  const text = statusWords(record, t);
  return text === null ? null : { tone: record.status === 'active' ? 'primary' : 'neutral', text };
}

export function RecordBadge({ record }: { record: RecordView }) {
  const badge = badgeOf(record, useTranslations('records'));
  return badge && <Badge tone={badge.tone}>{badge.text}</Badge>;
}
