import { MonitorSmartphone } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { formatter } from '#lib/i18n/format';
import { useDeviceName } from './device-name';

interface DeviceView {
  id: string;
  device: string | null;
  place: string | null;
  first_seen_at: string;
  last_seen_at: string;
  trusted_until: string | null;
  sessions: number;
  current: boolean;
}

interface DeviceListProps {
  devices: readonly DeviceView[];
  zone: string;
  /** Posts `id`. */
  remove: FormAction;
}

/** The browsers and apps of an account; the one in use can be left by signing out only. */
export function DeviceList({ devices, zone, remove }: DeviceListProps) {
  const t = useTranslations('account.devices');
  const sessions = useTranslations('account.sessions');
  const format = formatter(useLocale(), zone);
  const nameOf = useDeviceName();
  return (
    <Card as="ul" flush>
      {devices.map((each) => {
        const name = nameOf(each.device) ?? sessions('unknownDevice');
        const last = format.dateTime(each.last_seen_at);
        return (
          <li key={each.id} className="flex items-start gap-4 px-5 py-4 dense:px-4 dense:py-3">
            <MonitorSmartphone aria-hidden className="mt-0.5 size-5 shrink-0 text-primary" />
            <div className="min-w-0 flex-1">
              <p className="flex items-start justify-between gap-3 font-semibold wrap-break-word">
                {name}
                {each.current && <Badge tone="primary">{sessions('current')}</Badge>}
              </p>
              <p className="text-base text-muted tabular-nums dense:text-sm">
                {t('seen', { first: format.dateTime(each.first_seen_at), last })}
                <br />
                {t('sessions', { count: each.sessions })}
                {each.place && ` · ${each.place}`}
              </p>
              {each.trusted_until && (
                <p className="text-base dense:text-sm">
                  {t('trusted', { date: format.date(each.trusted_until) })}
                </p>
              )}
              {!each.current && (
                <Form id={`remove-${each.id}`} action={remove} className="mt-2">
                  <input type="hidden" name="id" value={each.id} />
                  <SubmitButton tone="secondary" pendingLabel={t('removing')}>
                    {t('remove')}
                    <span className="sr-only">{t('removeOf', { device: name, last })}</span>
                  </SubmitButton>
                </Form>
              )}
            </div>
          </li>
        );
      })}
    </Card>
  );
}
