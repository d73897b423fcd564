import { MonitorSmartphone } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useDeviceName } from '#components/account/device-name';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { formatter } from '#lib/i18n/format';

interface PersonSessionsProps {
  sessions: readonly {
    id: string;
    kind: 'portal' | 'api';
    device: string | null;
    ip: string | null;
    created_at: string;
    last_activity: string;
  }[];
  zone: string;
  /** Posts `session_id`, or nothing for all of them. */
  end: FormAction;
}

/** Where somebody is signed in, and the way to end it. */
export function PersonSessions({ sessions, zone, end }: PersonSessionsProps) {
  const t = useTranslations('person.sessions');
  const format = formatter(useLocale(), zone);
  const nameOf = useDeviceName();
  if (sessions.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <div className="flex flex-col gap-4">
      <Card as="ul" flush>
        {sessions.map(({ id, kind, device, ip, created_at, last_activity }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-primary" />
            <div className="min-w-0 flex-1 basis-52">
              <p className="font-semibold wrap-break-word">
                {nameOf(device) ?? t('unknownDevice')} <span className="font-normal">{t(kind)}</span>
              </p>
              <p className="text-muted tabular-nums">
                {t('times', { since: format.dateTime(created_at), last: format.dateTime(last_activity) })}
                {ip && <span className="ms-2 font-mono wrap-anywhere">{ip}</span>}
              </p>
            </div>
            <Form id={`end-${id}`} action={end} className="flex flex-col gap-2">
              <input type="hidden" name="session_id" value={id} />
              <SubmitButton tone="secondary" pendingLabel={t('ending')}>
                {t('end')}
                <span className="sr-only">{t('endOf', { at: format.dateTime(created_at) })}</span>
              </SubmitButton>
            </Form>
          </li>
        ))}
      </Card>
      <Form id="end-all" action={end}>
        <div>
          <SubmitButton tone="danger" pendingLabel={t('ending')}>
            {t('endAll')}
          </SubmitButton>
        </div>
      </Form>
    </div>
  );
}
