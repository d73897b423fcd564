import { KeyRound } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { formatter } from '#lib/i18n/format';

export interface PasskeyView {
  id: string;
  name: string | null;
  confirmed_at: string;
  last_used_at: string | null;
  verifies_user: boolean | null;
  backed_up: boolean | null;
  flagged: boolean;
}

interface PasskeyFactsProps {
  passkey: PasskeyView;
  name: string;
  zone: string;
}

/** What it is called, what it can do, since when and when last. */
export function PasskeyFacts({ passkey, name, zone }: PasskeyFactsProps) {
  const t = useTranslations('account.passkeys');
  const format = formatter(useLocale(), zone);
  const { confirmed_at, last_used_at, verifies_user, backed_up, flagged } = passkey;
  return (
    <div className="flex items-start gap-4">
      <KeyRound aria-hidden className="mt-0.5 size-5 shrink-0 text-primary" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 font-semibold wrap-anywhere">
          {name}
          {flagged ? (
            <Badge tone="danger">{t('flagged')}</Badge>
          ) : (
            <Badge tone={verifies_user ? 'ok' : 'neutral'}>{verifies_user ? t('passkey') : t('key')}</Badge>
          )}
        </p>
        <p className="text-base text-muted tabular-nums dense:text-sm">
          {t('since', { date: format.date(confirmed_at) })}
          <br />
          {last_used_at ? t('lastUsed', { at: format.dateTime(last_used_at) }) : t('neverUsed')}
          <br />
          {backed_up ? t('backedUp') : t('oneDevice')}
        </p>
      </div>
    </div>
  );
}
