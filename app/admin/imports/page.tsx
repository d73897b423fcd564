import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportTable } from '#components/imports/import-table';
import { UploadForm } from '#components/imports/upload-form';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { listImports } from '#lib/operations/imports/list';
import { listUsers } from '#lib/operations/people/list';
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
    personOf('admin'),
    queryOf(searchParams),
    getTranslations('imports'),
  ]);
  const [{ items, ...window }, doctors] = await Promise.all([
    query(listImports, { page: pageNumber(page) }),
    query(listUsers, { role: 'doctor', page_size: 100 }),
  ]);
  const people = doctors.items.map(({ email, first_name, last_name }) => ({
    value: email,
    name: [first_name, last_name].filter(Boolean).join(' ') || email,
  }));
  const hrefOf = (to: number) => withQuery(paths.admin.imports, { page: to });
  return (
    <div className="flex flex-col gap-5">
      <PageHeader title={t('title')} summary={t('summary.admin')} />
      <UploadForm action={startImport} field="doctor_email" people={people} />
      <ImportTable
        imports={items}
        zone={zone}
        hrefOf={paths.admin.import}
        footer={<Pagination {...window} hrefOf={hrefOf} order="time" />}
      />
    </div>
  );
}
