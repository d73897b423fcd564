import { useLocale, useTranslations } from 'next-intl';
import { Temporal } from 'temporal-polyfill';
import { formatter } from '#lib/i18n/format';

interface AbsenceTimeProps {
  absence: { readonly starts_at: string; readonly ends_at: string };
  zone: string;
}

/** Whole days as days, anything else with its times. */
export function AbsenceTime({ absence: { starts_at, ends_at }, zone }: AbsenceTimeProps) {
  const t = useTranslations('hours.away');
  const format = formatter(useLocale(), zone);
  const local = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const [from, until] = [local(starts_at), local(ends_at)];
  if ([from, until].every((at) => at.equals(at.startOfDay()))) {
    const [first, last] = [from.toPlainDate(), until.toPlainDate().subtract({ days: 1 })];
    if (first.equals(last)) return format.partialDate(first);
    return t('range', { from: format.partialDate(first), until: format.partialDate(last) });
  }
  const isOneDay = from.toPlainDate().equals(until.toPlainDate());
  const end = isOneDay ? format.time(ends_at) : format.dateTime(ends_at);
  return t('range', { from: format.dateTime(starts_at), until: end });
}
