import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ApprovalTable } from '#components/approvals/approval-table';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { TabLinks } from '#components/ui/tab-links';
import { listApprovals } from '#lib/operations/approvals/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('approvals'))('title') };
}

export default async function ApprovalsPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, { show, page }, t] = await Promise.all([
    personOf('admin'),
    queryOf(searchParams),
    getTranslations('approvals'),
  ]);
  const past = show === 'past';
  const { items, ...window } = await query(listApprovals, { open: !past, page: pageNumber(page) });
  const tab = (key: 'open' | 'past') => ({
    href: paths.admin.approvalsOf({ show: key === 'past' ? 'past' : undefined }),
    label: t(`show.${key}`),
    current: (key === 'past') === past,
  });
  const hrefOf = (to: number) => paths.admin.approvalsOf({ show: past ? 'past' : undefined, page: to });
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('title')} summary={t('summary')} />
      <TabLinks label={t('show.label')} tabs={[tab('open'), tab('past')]} />
      <ApprovalTable
        approvals={items}
        zone={zone}
        past={past}
        footer={<Pagination {...window} hrefOf={hrefOf} order="time" />}
      />
    </div>
  );
}
