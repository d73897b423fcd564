import { useLocale, useTranslations } from 'next-intl';
import { formatter } from '#lib/i18n/format';
import { HoldClock } from './hold-clock';

interface HeldNoticeProps {
  /** Instants. */
  until: string;
  now: string;
  zone: string;
}

/** Until when a time is kept for its booker. */
export function HeldNotice({ until, now, zone }: HeldNoticeProps) {
  const t = useTranslations('appointments.book');
  const format = formatter(useLocale(), zone);
  const seconds = Math.max(0, Math.floor((Date.parse(until) - Date.parse(now)) / 1000));
  return (
    <p className="rounded-field bg-primary-soft px-4 py-3">
      {t('kept', { time: format.time(until) })}
      <HoldClock
        seconds={seconds}
        labels={{ left: t('keptLeft', { time: '{time}' }), over: t('keptOver') }}
      />
    </p>
  );
}
