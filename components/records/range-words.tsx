import { useTranslations } from 'next-intl';
import type { Formatter } from '#lib/i18n/format';
import type { LabResultView } from './record';

interface RangeWordsProps {
  range: LabResultView['reference_range'];
  format: Formatter;
}

/** "Usual range: 3.5 to 5.1." Says so where the laboratory gave none. */
export function RangeWords({ range, format }: RangeWordsProps) {
  const t = useTranslations('records.range');
  const low = range?.low === undefined ? null : format.number(range.low);
  const high = range?.high === undefined ? null : format.number(range.high);
  if (low !== null && high !== null) return t('both', { low, high });
  if (high !== null) return t('high', { high });
  if (low !== null) return t('low', { low });
  return range?.text ? t('text', { text: range.text }) : t('none');
}
