import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { DescriptionList } from '#components/ui/description-list';
import { EmailText } from '#components/ui/email-text';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';

export interface AccountView {
  email: string;
  role: 'patient' | 'doctor' | 'admin';
  first_name: string | null;
  last_name: string | null;
  phone_number: string | null;
  date_of_birth: string | null;
  address: string | null;
  created_at: string;
}

/** What the account says about its owner. */
export function AccountFacts({ account, zone }: { account: AccountView; zone: string }) {
  const t = useTranslations('account');
  const format = formatter(useLocale(), zone);
  const { first_name, last_name, date_of_birth, address } = account;
  const items = [
    { term: t('facts.name'), value: [first_name, last_name].filter(Boolean).join(' ') || null },
    { term: t('facts.email'), value: <EmailText>{account.email}</EmailText> },
    { term: t('profile.date_of_birth'), value: date_of_birth && format.partialDate(date_of_birth) },
    { term: t('profile.phone_number'), value: account.phone_number },
    {
      term: t('profile.address'),
      value: address && <span className="whitespace-pre-line">{address}</span>,
    },
    { term: t('facts.role'), value: t(`role.${account.role}`) },
    { term: t('facts.since'), value: format.date(account.created_at) },
  ];
  return (
    <Card className="flex flex-col items-start gap-6">
      <div className="w-full">
        <DescriptionList items={items} missing={t('facts.missing')} columns={2} />
      </div>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={paths.account.profile} tone="secondary">
          {t('facts.change')}
        </ButtonLink>
        <ButtonLink href={paths.account.password} tone="secondary">
          {t('facts.password')}
        </ButtonLink>
        <ButtonLink href={paths.account.email} tone="secondary">
          {t('facts.changeEmail')}
        </ButtonLink>
        <ButtonLink href={paths.account.export} tone="secondary">
          {t('facts.export')}
        </ButtonLink>
        <ButtonLink href={paths.account.delete} tone="secondary">
          {t('facts.delete')}
        </ButtonLink>
      </div>
    </Card>
  );
}
