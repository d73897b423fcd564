import { useLocale, useTranslations } from 'next-intl';
import { formatter } from '#lib/i18n/format';

/** Part of a day on which nobody is offered a time, and why. */
export interface ClosedView {
  date: string;
  kind: 'leave' | 'block' | 'break' | 'holiday' | 'closure' | 'off';
  /** Of a holiday or a closure of the site. */
  name: string | null;
  starts_at: string;
  ends_at: string;
}

/** Muted stripes: time that is not to be had. */
export const hatched =
  'bg-[repeating-linear-gradient(135deg,var(--sunken)_0_6px,var(--surface)_6px_12px)] text-muted';

/** "Break, 12:00 to 13:00"; a whole day without its times. */
export function useClosedWords(zone: string): (closed: ClosedView) => { what: string; when: string | null } {
  const t = useTranslations('appointments.closed');
  const format = formatter(useLocale(), zone);
  return ({ kind, name, starts_at, ends_at }) => {
    const [from, until] = [format.time(starts_at), format.time(ends_at)];
    return {
      what: t(kind, { name: name ?? '' }),
      when: from === until ? null : t('range', { from, until }),
    };
  };
}
