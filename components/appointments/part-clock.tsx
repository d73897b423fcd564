import { useLocale, useTranslations } from 'next-intl';
import { formatter } from '#lib/i18n/format';
import { OwnTime } from './own-time';

interface PartClockProps {
  /** Who was found. */
  doctors: readonly { doctor: { zone: string } }[];
  /** The moment of this request. */
  now: string;
  /** By whose clock the reader wants to read, where they have chosen one; else that of their browser is meant. */
  ownZone: string | null;
}

/** By whose clock a morning is one, where that is not the reader's. */
export function PartClock({ doctors, now, ownZone }: PartClockProps) {
  const t = useTranslations('appointments.book');
  const locale = useLocale();
  const zones = [...new Set(doctors.map(({ doctor }) => doctor.zone))];
  const [zone] = zones;
  if (!zone) return null;
  // Of several clocks one at least is not the reader's.
  if (ownZone === null && zones.length > 1) return <p className="text-muted">{t('partClock')}</p>;
  if (ownZone === null) {
    return (
      <p className="text-muted empty:hidden">
        <OwnTime at={now} zone={zone} locale={locale} label={t('partClock')} className="" />
      </p>
    );
  }
  const timeIn = (each: string) => formatter(locale, each).dateTime(now);
  return (
    zones.some((each) => timeIn(each) !== timeIn(ownZone)) && <p className="text-muted">{t('partClock')}</p>
  );
}
