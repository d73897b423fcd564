import { useLocale } from 'next-intl';
import { formatter } from '#lib/i18n/format';
import type { VisitView } from './visit';

/** "Thursday 26 November, 10:20", by the clock of the place where it takes place. */
export function useVisitTime(): (visit: Pick<VisitView, 'scheduled_at'> & { zone: string }) => string {
  const locale = useLocale();
  return ({ scheduled_at: at, zone }) => {
    const format = formatter(locale, zone);
    return `${format.longDate(at)}, ${format.time(at)}`;
  };
}
