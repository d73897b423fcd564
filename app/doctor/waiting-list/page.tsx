import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CalendarTabs } from '#components/appointments/calendar-tabs';
import { PageHeader } from '#components/ui/page-header';
import { WaitingTable } from '#components/waiting/waiting-table';
import { listWaitingForDoctor } from '#lib/operations/waiting-list/list-for-doctor';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('waiting.doctor');
  return { title: t('title') };
}

export default async function WaitingListPage() {
  const [{ zone }, { items }, t] = await Promise.all([
    personOf('doctor'),
    query(listWaitingForDoctor, {}),
    getTranslations('waiting.doctor'),
  ]);
  return (
    <div className="flex flex-col gap-4">
      <CalendarTabs view="waiting" date={undefined} />
      <PageHeader title={t('title')} summary={t('summary', { count: items.length })} />
      <WaitingTable waiters={items} zone={zone} />
    </div>
  );
}
