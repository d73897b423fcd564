import { MonitorSmartphone, ShieldCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useDeviceName } from '#components/account/device-name';
import { Card } from '#components/ui/card';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';

interface Session {
  device: string | null;
  created_at: string;
  current: boolean;
}

interface PrivacyCardProps {
  sessions: readonly Session[];
  hasSecondFactor: boolean;
  zone: string;
}

/** Where the account is open, and how it is guarded. */
export function PrivacyCard({ sessions, hasSecondFactor, zone }: PrivacyCardProps) {
  const t = useTranslations('home.privacy');
  const format = formatter(useLocale(), zone);
  const nameOf = useDeviceName();
  const here = sessions.find(({ current }) => current);
  return (
    <Card className="flex flex-col gap-4">
      {here && (
        <Fact
          icon={<MonitorSmartphone aria-hidden className="mt-1 size-4 shrink-0 text-primary" />}
          title={t('here', { device: nameOf(here.device) ?? t('unknownDevice') })}
        >
          {t('since', { at: format.dateTime(here.created_at) })}
          {'. '}
          {t('others', { count: sessions.length - 1 })}
        </Fact>
      )}
      {hasSecondFactor && (
        <Fact
          icon={<ShieldCheck aria-hidden className="mt-1 size-4 shrink-0 text-primary" />}
          title={t('factorOn')}
        >
          {t('factorOnText')}
        </Fact>
      )}
      <p>
        <TextLink href={paths.account.security} className="text-base">
          {t('see')}
        </TextLink>
      </p>
    </Card>
  );
}

function Fact({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div className="flex gap-3">
      {icon}
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <p className="text-base text-muted">{children}</p>
      </div>
    </div>
  );
}
