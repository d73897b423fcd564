import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountTabs } from '#components/account/account-tabs';
import { RemindersForm } from '#components/account/reminders-form';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { getOwnReminders } from '#lib/operations/reminders/get-own';
import { query } from '#lib/transport/page';
import { anybody } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { saveReminders } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reminders'))('title') };
}

export default async function RemindersPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, settings, { done }, t] = await Promise.all([
    anybody(),
    query(getOwnReminders, {}),
    queryOf(searchParams),
    getTranslations('reminders'),
  ]);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('title')} summary={t('summary')} />
      <AccountTabs current="reminders" />
      {done === 'saved' && (
        <Notice tone="ok" role="status">
          {t('saved')}
        </Notice>
      )}
      <RemindersForm settings={settings} clinicZone={zone} action={saveReminders} />
    </div>
  );
}
