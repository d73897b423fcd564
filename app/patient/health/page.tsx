import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AddLinks } from '#components/health/add-links';
import { AllergyList } from '#components/health/allergy-list';
import { MeasurementList } from '#components/health/measurement-list';
import { measurementKinds } from '#components/health/report-kinds';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { Section } from '#components/ui/section';
import { listChartRecords } from '#lib/operations/records/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests.health');
  return { title: t('title') };
}

export default async function HealthPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, { done, page }, t] = await Promise.all([
    personOf('patient'),
    queryOf(searchParams),
    getTranslations('requests.health'),
  ]);
  const [allergies, measurements] = await Promise.all([
    query(listChartRecords, { record_type: 'allergy', page_size: 100 }),
    query(listChartRecords, { record_type: 'vital_sign', page: pageNumber(page) }),
  ]);
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <PageHeader title={t('title')} summary={t('summary')} />
      {done === 'added' && <Notice tone="ok" role="status" title={t('done')} />}
      <Section id="allergies" title={t('allergies')}>
        <div className="flex flex-col gap-4">
          <AddLinks label={t('addKind.allergy')} kinds={['allergy']} />
          <AllergyList
            records={allergies.items.filter((each) => each.record_type === 'allergy')}
            zone={zone}
          />
        </div>
      </Section>
      <Section id="measurements" title={t('measurements')}>
        <div className="flex flex-col gap-4">
          <AddLinks label={t('addLabel')} kinds={measurementKinds} />
          <MeasurementList
            records={measurements.items.filter((each) => each.record_type === 'vital_sign')}
            zone={zone}
          />
          <Pagination {...measurements} order="time" hrefOf={(to) => paths.patient.healthOf({ page: to })} />
          <p className="text-muted">{t('emergency')}</p>
        </div>
      </Section>
    </div>
  );
}
