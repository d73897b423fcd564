import { Files } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DocumentList } from '#components/documents/document-list';
import { EmptyState } from '#components/ui/empty-state';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { Section } from '#components/ui/section';
import { listDocuments } from '#lib/operations/documents/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';

interface DocumentsBodyProps {
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId?: string;
  searchParams: SearchParams;
  /** What was just done. */
  notice?: ReactNode;
  /** How one is added. */
  children?: ReactNode;
}

export async function DocumentsBody({ patientId, searchParams, notice, children }: DocumentsBodyProps) {
  const [{ zone }, asked, t] = await Promise.all([
    personOf('patient'),
    queryOf(searchParams),
    getTranslations('documents'),
  ]);
  const documents = await query(listDocuments, { patient_id: patientId, page: pageNumber(asked.page) });
  const to = paths.patient.chart(patientId);
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title={t('title')} summary={t('count', { count: documents.total })} />
      {notice}
      <Section id="documents-list" title={t('list')}>
        {documents.total === 0 ? (
          <EmptyState icon={<Files aria-hidden className="size-7" />} title={t('empty.title')}>
            {t(patientId === undefined ? 'empty.text' : 'empty.textHeld')}
          </EmptyState>
        ) : (
          <DocumentList
            documents={documents.items}
            zone={zone}
            reader={patientId === undefined ? 'patient' : 'staff'}
            hrefOf={({ id }) => to.document(id)}
          />
        )}
        <Pagination {...documents} order="time" hrefOf={(page) => to.documentsOf({ page })} />
      </Section>
      {children}
    </div>
  );
}
