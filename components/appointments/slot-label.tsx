import { useLocale, useTranslations } from 'next-intl';
import { OwnTime } from './own-time';
import { useTwoClocks } from './two-clocks';

interface SlotLabelProps {
  at: string;
  zone: string;
  /** By whose clock the reader wants to read, where they have chosen one; else their browser's is shown beside. */
  ownZone: string | null;
  /** Of several days, so that each time needs its own. */
  withDay?: boolean;
}

/** A free time, as what one presses to have it. */
export function SlotLabel({ at, zone, ownZone, withDay = false }: SlotLabelProps) {
  const t = useTranslations('appointments.book');
  const locale = useLocale();
  const { format, beside } = useTwoClocks(zone, ownZone);
  return (
    <>
      {(withDay || ownZone) && <span className="block text-sm font-normal">{format.weekdayDate(at)} </span>}
      <span className="block">{format.time(at)}</span>
      {ownZone === null && (
        <OwnTime at={at} zone={zone} locale={locale} label={t('yourTime', { time: '{time}' })} />
      )}
      {ownZone && <span className="block text-xs font-normal">{beside(at)}</span>}
    </>
  );
}

/** How wide a column such times need. */
export const slotColumns = (isLong: boolean) =>
  isLong
    ? 'grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))]'
    : 'grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))]';
