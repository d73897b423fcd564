import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountTabs } from '#components/account/account-tabs';
import { ExportData } from '#components/account/export-data';
import { PageHeader } from '#components/ui/page-header';
import { anybody } from '#lib/transport/page-person';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.export'))('title') };
}

export default async function ExportPage() {
  const [{ role }, t] = await Promise.all([anybody(), getTranslations('account.export')]);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('title')} summary={t('summary')} />
      <AccountTabs current="overview" />
      <ExportData hasRecord={role === 'patient'} />
    </div>
  );
}
