import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountTabs } from '#components/account/account-tabs';
import { ExportData } from '#components/account/export-data';
import { TakeRecord } from '#components/account/take-record';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { measureRecord } from '#lib/operations/users/measure-record';
import { query } from '#lib/transport/page';
import { anybody } from '#lib/transport/page-person';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.export'))('title') };
}

export default async function ExportPage() {
  const [{ role }, t] = await Promise.all([anybody(), getTranslations('account.export')]);
  const size = role === 'patient' ? await query(measureRecord, {}) : null;
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('title')} summary={t(size ? 'summary' : 'accountSummary')} />
      <AccountTabs current="overview" />
      {size && <TakeRecord size={size} />}
      <Section id="account-data" title={t('account')}>
        <ExportData hasRecord={size !== null} />
      </Section>
    </div>
  );
}
