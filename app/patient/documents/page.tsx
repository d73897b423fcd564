import { Files } from 'lucide-react';
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
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';
import { addOwnDocument } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('title') };
}

export default async function DocumentsPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, asked, t] = await Promise.all([
    personOf('patient'),
    queryOf(searchParams),
    getTranslations('documents'),
  ]);
  const documents = await query(listDocuments, { page: pageNumber(asked.page) });
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title={t('title')} summary={t('count', { count: documents.total })} />
      {asked.done === 'added' && (
        <Notice tone="ok" role="status">
          {t('added')}
        </Notice>
      )}
      <Section id="documents-list" title={t('list')}>
        {documents.total === 0 ? (
          <EmptyState icon={<Files aria-hidden className="size-7" />} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        ) : (
          <DocumentList
            documents={documents.items}
            zone={zone}
            reader="patient"
            hrefOf={({ id }) => paths.patient.document(id)}
          />
        )}
        <Pagination {...documents} order="time" hrefOf={(page) => paths.patient.documentsOf({ page })} />
      </Section>
      <Section id="documents-add" title={t('form.title')} className="max-w-2xl">
        <Card>
          <DocumentForm action={addOwnDocument} />
        </Card>
      </Section>
    </div>
  );
}
