import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DocumentDetail } from '#components/documents/document-detail';
import { getDocument } from '#lib/operations/documents/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('title') };
}

export default async function DocumentPage({ params }: { params: Promise<{ id: string }> }) {
  const { zone } = await personOf('patient');
  const { id } = await params;
  const [document, t] = await Promise.all([query(getDocument, { id }), getTranslations('documents')]);
  const back = { href: paths.patient.documents, label: t('title') };
  return (
    <div className="mx-auto max-w-3xl">
      <DocumentDetail document={document} zone={zone} back={back} />
    </div>
  );
}
