import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { QueueTable } from '#components/requests/queue-table';
import { RequestDone } from '#components/requests/request-done';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { TabLinks } from '#components/ui/tab-links';
import { listAmendmentRequests } from '#lib/operations/amendment-requests/list';
import { listRefills } from '#lib/operations/refills/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests.queue');
  return { title: t('title') };
}

export default async function RequestQueuePage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone, now }, asked, t] = await Promise.all([
    personOf('doctor'),
    queryOf(searchParams),
    getTranslations('requests.queue'),
  ]);
  const isCorrections = asked.show === 'corrections';
  const window = (shown: boolean) => ({ open: true, ...(shown && { page: pageNumber(asked.page) }) });
  const [refills, corrections] = await Promise.all([
    query(listRefills, window(!isCorrections)),
    query(listAmendmentRequests, window(isCorrections)),
  ]);
  const show = isCorrections ? 'corrections' : undefined;
  const listed = isCorrections ? corrections : refills;
  const footer = (
    <Pagination {...listed} hrefOf={(page) => paths.doctor.requestsOf({ ...(show && { show }), page })} />
  );
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('title')} summary={t('summary')} />
      <RequestDone done={asked.done} />
      <TabLinks
        label={t('tabs')}
        tabs={[
          {
            href: paths.doctor.requests,
            label: t('refills', { count: refills.total }),
            current: !isCorrections,
          },
          {
            href: paths.doctor.requestsOf({ show: 'corrections' }),
            label: t('corrections', { count: corrections.total }),
            current: isCorrections,
          },
        ]}
      />
      <QueueTable
        kind={isCorrections ? 'corrections' : 'refills'}
        requests={listed.items}
        zone={zone}
        now={now}
        hrefOf={({ id }) =>
          isCorrections ? paths.doctor.correctionRequest(id) : paths.doctor.refillRequest(id)
        }
        footer={footer}
      />
    </div>
  );
}
