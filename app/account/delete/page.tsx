import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountTabs } from '#components/account/account-tabs';
import { CloseAccount } from '#components/account/close-account';
import { PageHeader } from '#components/ui/page-header';
import { anybody } from '#lib/transport/page-person';
import { closeAccount } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('deleteTitle') };
}

export default async function DeletePage() {
  const [{ role }, t] = await Promise.all([anybody(), getTranslations('account')]);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('deleteTitle')} summary={t('delete.summary')} />
      <AccountTabs current="overview" />
      <CloseAccount hasRecord={role === 'patient'} action={closeAccount} />
    </div>
  );
}
