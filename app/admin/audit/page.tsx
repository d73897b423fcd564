import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditFilters } from '#components/audit/audit-filters';
import { AuditHistogram } from '#components/audit/audit-histogram';
import { AuditTable } from '#components/audit/audit-table';
import { FilterFaults } from '#components/ui/filter-faults';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { countAuditActivity } from '#lib/operations/audit-logs/activity';
import { auditActions, auditResources } from '#lib/operations/audit-logs/filters';
import { listAuditLog } from '#lib/operations/audit-logs/list';
import { paths } from '#lib/platform/paths';
import { found, nothingListed } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';
import { auditInput } from './audit-input';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, { page, ...values }, t] = await Promise.all([
    personOf('admin'),
    queryOf(searchParams),
    getTranslations('audit'),
  ]);
  const input = auditInput(values, zone);
  const [{ output, faults }, activity] = await Promise.all([
    found(listAuditLog, { ...input, page: pageNumber(page), page_size: 50 }, nothingListed),
    found(countAuditActivity, input, { hours: [] }),
  ]);
  const { items, ...window } = output;
  const [first] = items;
  const hrefOf = (to: number) => paths.admin.auditOf({ ...values, page: to });
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('title')} summary={t('summary')} />
      <AuditFilters
        values={values}
        actions={auditActions}
        resources={auditResources}
        userName={input.user_id && (first?.user_name ?? first?.user_email ?? undefined)}
      />
      <FilterFaults
        faults={faults}
        labels={{ ip: t('filter.ip_address'), from: t('filter.from'), to: t('filter.to') }}
      />
      {faults.length === 0 && <AuditHistogram hours={activity.output.hours} zone={zone} />}
      <AuditTable
        events={items}
        zone={zone}
        hrefOf={({ id }) => paths.admin.event(id)}
        footer={<Pagination {...window} hrefOf={hrefOf} order="time" />}
      />
    </div>
  );
}
