import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditTable } from '#components/audit/audit-table';
import { StatTiles } from '#components/people/stat-tiles';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { listAuditLog } from '#lib/operations/audit-logs/list';
import { getStatistics } from '#lib/operations/statistics/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { eventView } from './event-view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('title') };
}

export default async function OverviewPage() {
  const [{ zone }, t] = await Promise.all([personOf('admin'), getTranslations('overview')]);
  const [counts, log] = await Promise.all([query(getStatistics, {}), query(listAuditLog, { page_size: 8 })]);
  const stats = [
    { label: t('stat.patients'), value: counts.patients, href: paths.admin.people },
    { label: t('stat.doctors'), value: counts.practitioners },
    { label: t('stat.visitsToday'), value: counts.appointments.today },
    { label: t('stat.denied'), value: counts.audit_today.refused, href: paths.admin.audit },
  ];
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t('title')} />
      <StatTiles stats={stats} />
      <Section
        id="recent"
        title={t('recent')}
        aside={<TextLink href={paths.admin.audit}>{t('all')}</TextLink>}
      >
        <AuditTable
          events={log.items.map(eventView)}
          zone={zone}
          hrefOf={({ id }) => paths.admin.event(id)}
        />
      </Section>
    </div>
  );
}
