import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { formatter } from '#lib/i18n/format';
import { useDeviceName } from './device-name';

interface SecurityEventView {
  action: 'LOGIN' | 'LOGIN_FAILED' | 'CONFIRM_FACTOR' | 'END_SESSIONS' | 'REFRESH_REUSED';
  at: string;
  device: string | null;
}

interface SecurityEventsProps {
  events: readonly SecurityEventView[];
  zone: string;
}

/** The last things that happened to signing in, the newest first. */
export function SecurityEvents({ events, zone }: SecurityEventsProps) {
  const t = useTranslations('account.protection');
  const format = formatter(useLocale(), zone);
  const nameOf = useDeviceName();
  return (
    <Card as="ul" flush>
      {events.map(({ action, at, device }) => (
        <li
          key={`${action} ${at}`}
          className="flex flex-wrap items-baseline justify-between gap-x-4 px-5 py-3 dense:px-4 dense:py-2"
        >
          <span>
            <span className="font-medium">{t(`event.${action}`)}</span>
            {nameOf(device) && <span className="text-muted"> · {nameOf(device)}</span>}
          </span>
          <span className="text-base text-muted tabular-nums dense:text-sm">{format.dateTime(at)}</span>
        </li>
      ))}
    </Card>
  );
}
