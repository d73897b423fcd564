import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportTable } from '#components/imports/import-table';
import { UploadForm } from '#components/imports/upload-form';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { listImports } from '#lib/operations/imports/list';
import { listOwnPatients } from '#lib/operations/patients/list';
import { paths, withQuery } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';
import { startImport } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') };
}

export default async function ImportsPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, { page }, t] = await Promise.all([
    personOf('doctor'),
    queryOf(searchParams),
    getTranslations('imports'),
  ]);
  const [{ items, ...window }, panel] = await Promise.all([
    query(listImports, { page: pageNumber(page) }),
    query(listOwnPatients, { page_size: 100 }),
  ]);
  const people = panel.items.map(({ id, legal_name }) => ({ value: id, name: legal_name }));
  const hrefOf = (to: number) => withQuery(paths.doctor.imports, { page: to });
  return (
    <div className="flex flex-col gap-5">
      <PageHeader
        title={t('title')}
        summary={t('summary.doctor')}
        back={{ href: paths.doctor.patients, label: t('patients') }}
      />
      <UploadForm action={startImport} field="patient_id" people={people} />
      <ImportTable
        imports={items}
        zone={zone}
        hrefOf={paths.doctor.import}
        footer={<Pagination {...window} hrefOf={hrefOf} order="time" />}
      />
    </div>
  );
}
