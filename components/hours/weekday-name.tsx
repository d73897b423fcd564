import { useLocale } from 'next-intl';
import { formatter } from '#lib/i18n/format';

/** ISO 8601: Monday is 1. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The name of a day of the week: that of a day in January 2024, which began on a Monday. */
export function useWeekdayName(): (weekday: number) => string {
  const { weekday: nameOf } = formatter(useLocale(), 'UTC');
  return (weekday) => nameOf(`2024-01-0${weekday}T12:00:00Z`);
}
