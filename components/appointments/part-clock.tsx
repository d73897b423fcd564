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
  // Of clocks that differ one at least is not the reader's.
  const known = ownZone === null ? zones : [...zones, ownZone];
  const times = new Set(known.map((each) => formatter(locale, each).dateTime(now)));
  if (times.size > 1) return <p className="text-muted">{t('partClock')}</p>;
  return (
    ownZone === null && (
      <p className="text-muted empty:hidden">
        <OwnTime at={now} zone={zone} locale={locale} label={t('partClock')} className="" />
      </p>
    )
  );
}
