import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { type Description, DescriptionList } from '#components/ui/description-list';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';

interface FactorView {
  kind: 'totp' | 'sms' | 'webauthn';
  name: string | null;
  confirmed_at: string;
  last_used_at: string | null;
}

interface ProtectionFactsProps {
  password: { changed_at: string | null };
  factors: readonly FactorView[];
  recoveryCodes: number;
  /** Whether codes by text message are there for this person. */
  phone: boolean;
  zone: string;
}

/** What a stranger would have to get past. */
export function ProtectionFacts({ password, factors, recoveryCodes, phone, zone }: ProtectionFactsProps) {
  const t = useTranslations('account.protection');
  const format = formatter(useLocale(), zone);
  const used = ({ last_used_at, confirmed_at }: FactorView) =>
    last_used_at
      ? t('lastUsed', { date: format.date(last_used_at) })
      : t('since', { date: format.date(confirmed_at) });
  const items: Description[] = [
    {
      term: t('password'),
      value: password.changed_at && t('changed', { date: format.date(password.changed_at) }),
    },
    ...(factors.length === 0 ? [{ term: t('secondStep'), value: t('noSecondStep') }] : []),
    ...factors.map((factor) => ({
      term: factor.name ?? t(`kind.${factor.kind}`),
      value: used(factor),
    })),
    { term: t('codes'), value: t('codesLeft', { count: recoveryCodes }) },
  ];
  const hasApp = factors.some(({ kind }) => kind === 'totp');
  const ways = [
    { href: paths.account.passkeys, label: t('passkeys') },
    { href: paths.account.authenticator, label: hasApp ? t('replaceApp') : t('setUpApp') },
    ...(phone ? [{ href: paths.account.phone, label: t('phone') }] : []),
    { href: paths.account.recoveryCodes, label: t('codes') },
    { href: paths.account.devices, label: t('devices') },
    { href: paths.account.password, label: t('changePassword') },
    { href: paths.account.email, label: t('changeEmail') },
  ];
  return (
    <Card className="flex flex-col gap-5">
      <DescriptionList items={items} missing={t('unknown')} columns={2} />
      <div>
        <h3 id="ways" className="text-sm text-muted dense:text-xs">
          {t('ways')}
        </h3>
        <ul aria-labelledby="ways" className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {ways.map(({ href, label }) => (
            <li key={href}>
              <TextLink href={href} className="inline-flex min-h-11 items-center">
                {label}
              </TextLink>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
