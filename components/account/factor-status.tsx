import { ShieldCheck, ShieldOff } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';

interface FactorStatusProps {
  /** When the authenticator app was confirmed; null while there is none. */
  confirmedAt: string | null;
  zone: string;
}

/** Whether signing in asks for a code, and the way to make it so. */
export function FactorStatus({ confirmedAt, zone }: FactorStatusProps) {
  const t = useTranslations('account.factor');
  const format = formatter(useLocale(), zone);
  const Icon = confirmedAt ? ShieldCheck : ShieldOff;
  return (
    <Card className="flex flex-wrap items-center gap-4">
      <Icon aria-hidden className="size-6 shrink-0 text-primary" />
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-semibold">{t('app')}</p>
        <p className="text-muted">
          {confirmedAt ? t('since', { date: format.date(confirmedAt) }) : t('none')}
        </p>
      </div>
      {confirmedAt ? (
        <>
          <Badge tone="ok">{t('on')}</Badge>
          <TextLink href={paths.account.authenticator}>{t('replace')}</TextLink>
        </>
      ) : (
        <ButtonLink href={paths.account.authenticator}>{t('setUp')}</ButtonLink>
      )}
    </Card>
  );
}
