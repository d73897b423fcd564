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
  zone: string;
}

/** What a stranger would have to get past. */
export function ProtectionFacts({ password, factors, recoveryCodes, zone }: ProtectionFactsProps) {
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
    ...factors.map((factor) => ({
      term: factor.name ?? t(`kind.${factor.kind}`),
      value: used(factor),
    })),
    { term: t('codes'), value: t('codesLeft', { count: recoveryCodes }) },
  ];
  return (
    <Card className="flex flex-col gap-5">
      <DescriptionList items={items} missing={t('unknown')} columns={2} />
      <p>
        <TextLink href={paths.account.authenticator}>
          {factors.some(({ kind }) => kind === 'totp') ? t('replaceApp') : t('setUpApp')}
        </TextLink>
      </p>
    </Card>
  );
}
