import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuditTable } from '#components/audit/audit-table';
import { StatTiles } from '#components/people/stat-tiles';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { listAuditLog } from '#lib/operations/audit-logs/list';
import { getStatistics } from '#lib/operations/statistics/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('title') };
}

export default async function OverviewPage() {
  const [{ now }, locale, t] = await Promise.all([
    personOf('admin'),
    getLocale(),
    getTranslations('overview'),
  ]);
  const [{ zone, date: from, ...counts }, log] = await Promise.all([
    query(getStatistics, {}),
    query(listAuditLog, { page_size: 10 }),
  ]);
  const { auditOf, peopleOf } = paths.admin;
  const stats = [
    { label: t('stat.visitsToday'), value: counts.appointments.today },
    {
      label: t('stat.signIns'),
      value: counts.audit_today.sign_ins,
      href: auditOf({ action: 'LOGIN', from }),
    },
    { label: t('stat.events'), value: counts.audit_today.events, href: auditOf({ from }) },
    {
      label: t('stat.denied'),
      value: counts.audit_today.refused,
      href: auditOf({ outcome: 'denied', from }),
    },
    { label: t('stat.patients'), value: counts.patients },
    { label: t('stat.records'), value: counts.records ?? t('stat.fewRecords') },
    { label: t('stat.doctors'), value: counts.users.doctor, href: peopleOf({ role: 'doctor' }) },
    { label: t('stat.accounts'), value: counts.users.total, href: peopleOf({}) },
  ];
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t('title')} summary={formatter(locale, zone).longDateWithYear(now)} />
      <StatTiles stats={stats} />
      <Section
        id="recent"
        title={t('recent')}
        aside={<TextLink href={paths.admin.audit}>{t('all')}</TextLink>}
      >
        <AuditTable events={log.items} zone={zone} hrefOf={({ id }) => paths.admin.event(id)} />
      </Section>
    </div>
  );
}
