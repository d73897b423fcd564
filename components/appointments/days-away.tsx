import { useTranslations } from 'next-intl';

/** "In 2 days", beside the date itself. Says nothing of what is past. */
export function DaysAway({ days }: { days: number }) {
  const t = useTranslations('appointments.away');
  if (days < 0) return null;
  if (days === 0) return t('today');
  return days === 1 ? t('tomorrow') : t('days', { days });
}
