import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountFacts } from '#components/account/account-facts';
import { AccountTabs } from '#components/account/account-tabs';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { getMe } from '#lib/operations/users/get-me';
import { query } from '#lib/transport/page';
import { anybody } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, { done }, t] = await Promise.all([
    anybody(),
    queryOf(searchParams),
    getTranslations('account'),
  ]);
  const account = await query(getMe, {});
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('title')} />
      <AccountTabs current="overview" />
      {done === 'saved' && (
        <Notice tone="ok" role="status">
          {t('profile.saved')}
        </Notice>
      )}
      {done === 'password_changed' && (
        <Notice tone="ok" role="status">
          {t('password.done')}
        </Notice>
      )}
      {done === 'email_requested' && (
        <Notice tone="ok" role="status">
          {t('email.done')}
        </Notice>
      )}
      <AccountFacts account={account} zone={zone} />
    </div>
  );
}
