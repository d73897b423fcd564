import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CalendarFeed } from '#components/appointments/calendar-feed';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { getOwnCalendarFeed } from '#lib/operations/calendar-feeds/get-own';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { makeFeed, revokeFeed } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('title') };
}

export default async function CalendarPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, { feed }, { done }, visits, t] = await Promise.all([
    personOf('patient'),
    query(getOwnCalendarFeed, {}),
    queryOf(searchParams),
    getTranslations('appointments'),
    getTranslations('calendar'),
  ]);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      {done === 'revoked' && <Notice tone="ok" role="status" title={t('revoked')} />}
      <PageHeader
        title={t('title')}
        summary={t('intro')}
        back={{ href: paths.patient.visits, label: visits('title') }}
      />
      <CalendarFeed feed={feed} zone={zone} make={makeFeed} revoke={revokeFeed} />
    </div>
  );
}
