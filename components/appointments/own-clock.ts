import { useLocale, useTranslations } from 'next-intl';

/** What tells a time by the reader's own clock in a piece that has no words of its own. */
export interface OwnClock {
  /** Null where they have chosen none: that of their browser. */
  ownZone: string | null;
  locale: string;
  /** With `{time}` to be filled in. */
  label: string;
}

/** Staff have none: they read by the clock of the clinic. */
export function useOwnClock(ownZone: string | null | undefined): OwnClock | undefined {
  const t = useTranslations('appointments.book');
  const locale = useLocale();
  return ownZone === undefined ? undefined : { ownZone, locale, label: t('yourTime', { time: '{time}' }) };
}
