import { useTranslations } from 'next-intl';
import { compareDecimals } from '#lib/domain/decimal';
import type { Formatter } from '#lib/i18n/format';
import { labValue } from './lab-value';
import type { LabRecord, LabResultView } from './record';
import { recordDate } from './record-date';

interface LabTrendProps {
  content: LabResultView;
  previous: LabRecord;
  format: Formatter;
}

/** A bound such as `<5` is no number to compare with, and words are none. */
const orderOf = (now: LabResultView, before: LabResultView) =>
  now.comparator || before.comparator ? null : compareDecimals(String(now.value), String(before.value));

/** How a value has moved since the time before, as printed: what rounds to the same is the same. */
export function LabTrend({ content, previous, format }: LabTrendProps) {
  const t = useTranslations('records.trend');
  const order = orderOf(content, previous.content);
  const value = labValue(previous.content, format);
  if (order === null || value === null || !previous.occurred_at) return null;
  const date = recordDate(previous.occurred_at, format);
  if (value === labValue(content, format)) return t('same', { date });
  return order > 0 ? t('up', { value, date }) : t('down', { value, date });
}
