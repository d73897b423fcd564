import { useTranslations } from 'next-intl';
import type { Formatter } from '#lib/i18n/format';
import { labValue } from './lab-value';
import type { LabRecord, LabResultView } from './record';
import { recordDate } from './record-date';

interface LabTrendProps {
  content: LabResultView;
  previous: LabRecord;
  format: Formatter;
}

/** A bound such as `<5` is no number to compare with. */
const numberOf = ({ value, comparator }: LabResultView) => {
  const number = comparator || value === undefined || value === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
};

/** How a value has moved since the time before, as printed: what rounds to the same is the same. */
export function LabTrend({ content, previous, format }: LabTrendProps) {
  const t = useTranslations('records.trend');
  const [now, before] = [numberOf(content), numberOf(previous.content)];
  const value = labValue(previous.content, format);
  if (now === null || before === null || value === null || !previous.occurred_at) return null;
  const date = recordDate(previous.occurred_at, format);
  if (value === labValue(content, format)) return t('same', { date });
  return now > before ? t('up', { value, date }) : t('down', { value, date });
}
