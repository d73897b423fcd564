import { useLocale, useTranslations } from 'next-intl';
import { OwnTime } from './own-time';
import { useTwoClocks } from './two-clocks';

interface SameTimeProps {
  at: string;
  /** Of the clinic. */
  zone: string;
  /** By whose clock the reader reads; null where they have chosen none. Staff, who read by that of the clinic, have none. */
  ownZone: string | null | undefined;
}

/**
 * What another clock shows at a moment that is told beside it: that of the clinic to a reader who has chosen their own, else that
 * of their browser, with whose clock was meant. Nothing where both show the same.
 */
export function SameTime({ at, zone, ownZone }: SameTimeProps) {
  const t = useTranslations('appointments');
  const locale = useLocale();
  const { beside } = useTwoClocks(zone, ownZone ?? null);
  if (ownZone !== null) return beside(at);
  const label = t('ownTime', { time: '{time}', zone });
  return <OwnTime at={at} zone={zone} locale={locale} label={label} className="font-normal" />;
}
