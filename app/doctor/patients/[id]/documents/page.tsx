import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DocumentForm } from '#components/documents/document-form';
import { DocumentList } from '#components/documents/document-list';
import { Card } from '#components/ui/card';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { Section } from '#components/ui/section';
import { listDocuments } from '#lib/operations/documents/list';
import { getPatient } from '#lib/operations/patients/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';
import { ChartFrame } from '../chart-frame';
import { addDocument } from './actions';

interface ChartDocumentsProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('title') };
}

export default async function ChartDocumentsPage({ params, searchParams }: ChartDocumentsProps) {
  const { zone } = await personOf('doctor');
  const [{ id }, asked, t, ofRecords] = await Promise.all([
    params,
    queryOf(searchParams),
    getTranslations('documents'),
    getTranslations('records'),
  ]);
  const [documents, { can }] = await Promise.all([
    query(listDocuments, { patient_id: id, page: pageNumber(asked.page) }),
    query(getPatient, { id }),
  ]);
  return (
    <ChartFrame patientId={id}>
      <PageHeader
        title={t('title')}
        summary={t('count', { count: documents.total })}
        back={{ href: paths.doctor.patient(id), label: ofRecords('titleList') }}
      />
      {asked.done === 'added' && (
        <Notice tone="ok" role="status">
          {t('added')}
        </Notice>
      )}
      {documents.total === 0 ? (
        <EmptyState title={t('empty.title')}>{t('emptyChart')}</EmptyState>
      ) : (
        <DocumentList
          documents={documents.items}
          zone={zone}
          reader="staff"
          hrefOf={(document) => paths.doctor.record(id, document.id)}
        />
      )}
      <Pagination {...documents} order="time" hrefOf={(page) => paths.doctor.documents(id, { page })} />
      {can.write_records.allowed && (
        <Section id="documents-add" title={t('form.title')} className="max-w-2xl">
          <Card>
            <DocumentForm action={addDocument.bind(null, id)} />
          </Card>
        </Section>
      )}
    </ChartFrame>
  );
}
