import { useLocale, useTranslations } from 'next-intl';
import { formatter } from '#lib/i18n/format';

/**
 * The reader's own clock, where they have chosen one, and beside it the clinic's. `beside` is what that shows, with its
 * zone, and null where both show the same.
 */
export function useTwoClocks(zone: string, ownZone: string | null) {
  const locale = useLocale();
  const t = useTranslations('appointments');
  const [own, clinic] = [formatter(locale, ownZone ?? zone), formatter(locale, zone)];
  const beside = (at: string): string | null => {
    const isSameDay = own.dayOf(at).equals(clinic.dayOf(at));
    if (isSameDay && own.time(at) === clinic.time(at)) return null;
    const time = isSameDay ? clinic.time(at) : `${clinic.weekdayDate(at)}, ${clinic.time(at)}`;
    return t('clinicTime', { time, zone });
  };
  /** "Thursday 26 November, 10:20" */
  const timeOf = (at: string) => `${own.longDate(at)}, ${own.time(at)}`;
  return { format: own, timeOf, beside };
}
