import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DocumentBody } from './document-body';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('title') };
}

export default async function DocumentPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <DocumentBody id={id} />;
}
