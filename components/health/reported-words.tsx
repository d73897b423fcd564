import { useTranslations } from 'next-intl';
import type { Formatter } from '#lib/i18n/format';

interface Measured {
  value?: string | undefined;
  comparator?: string | undefined;
  unit?: string | undefined;
  systolic?: string | undefined;
  diastolic?: string | undefined;
}

/** A measurement in one line, in the unit in which it was given. */
export function useMeasuredWords(): (content: Measured, format: Formatter) => string | null {
  const t = useTranslations('requests.health.unit');
  const unitWords = (unit: string) => (t.has(unit as 'kg') ? t(unit as 'kg') : unit);
  return ({ value, comparator = '', unit, systolic, diastolic }, format) => {
    if (systolic !== undefined || diastolic !== undefined) {
      const pair = [systolic, diastolic].map((one) => (one === undefined ? '?' : format.measured(one)));
      return `${pair.join('/')} ${unitWords('mm[Hg]')}`;
    }
    if (value === undefined) return null;
    return `${comparator}${format.measured(value)}${unit === undefined ? '' : ` ${unitWords(unit)}`}`;
  };
}
