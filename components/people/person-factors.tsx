import { KeyRound } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { formatter } from '#lib/i18n/format';

interface PersonFactorsProps {
  factors: readonly { id: string; kind: 'totp' | 'sms' | 'webauthn'; confirmed_at: string }[];
  zone: string;
}

/** With what somebody signs in beside the password: kinds and days, nothing that would answer for them. */
export function PersonFactors({ factors, zone }: PersonFactorsProps) {
  const t = useTranslations('person.factors');
  const format = formatter(useLocale(), zone);
  if (factors.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <Card as="ul" flush>
      {factors.map(({ id, kind, confirmed_at }) => (
        <li key={id} className="flex items-center gap-4 px-4 py-3">
          <KeyRound aria-hidden className="size-5 shrink-0 text-primary" />
          <div className="min-w-0">
            <p className="font-semibold">{t(kind)}</p>
            <p className="text-muted">{t('since', { date: format.date(confirmed_at) })}</p>
          </div>
        </li>
      ))}
    </Card>
  );
}
