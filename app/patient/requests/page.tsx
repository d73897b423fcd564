import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RequestDone } from '#components/requests/request-done';
import { RequestList } from '#components/requests/request-list';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { listAmendmentRequests } from '#lib/operations/amendment-requests/list';
import { listRefills } from '#lib/operations/refills/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests.list');
  return { title: t('title') };
}

export default async function RequestsPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, { done }, t] = await Promise.all([
    personOf('patient'),
    queryOf(searchParams),
    getTranslations('requests.list'),
  ]);
  const [refills, corrections] = await Promise.all([
    query(listRefills, { page_size: 100 }),
    query(listAmendmentRequests, { page_size: 100 }),
  ]);
  const link = (href: string, label: string) => <TextLink href={href}>{label}</TextLink>;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <PageHeader title={t('title')} summary={t('summary')} />
      <RequestDone done={done} />
      <Section id="refills" title={t('refills')} aside={link(paths.patient.medications, t('toMedicines'))}>
        <RequestList
          requests={refills.items}
          zone={zone}
          empty={t('emptyRefills')}
          hrefOf={({ id }) => paths.patient.refillRequest(id)}
        />
      </Section>
      <Section id="corrections" title={t('corrections')} aside={link(paths.patient.records, t('toRecords'))}>
        <RequestList
          requests={corrections.items}
          zone={zone}
          empty={t('emptyCorrections')}
          hrefOf={({ id }) => paths.patient.correctionRequest(id)}
        />
      </Section>
    </div>
  );
}
