import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DocumentForm } from '#components/documents/document-form';
import { Card } from '#components/ui/card';
import { Notice } from '#components/ui/notice';
import { Section } from '#components/ui/section';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { addOwnDocument } from './actions';
import { DocumentsBody } from './documents-body';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('title') };
}

export default async function DocumentsPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ done }, t] = await Promise.all([queryOf(searchParams), getTranslations('documents')]);
  const notice = done === 'added' && (
    <Notice tone="ok" role="status">
      {t('added')}
    </Notice>
  );
  return (
    <DocumentsBody searchParams={searchParams} notice={notice}>
      <Section id="documents-add" title={t('form.title')} className="max-w-2xl">
        <Card>
          <DocumentForm action={addOwnDocument} />
        </Card>
      </Section>
    </DocumentsBody>
  );
}
