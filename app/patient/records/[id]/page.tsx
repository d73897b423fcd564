import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RecordBody } from './record-body';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records');
  return { title: t('title.record') };
}

export default async function RecordPage({ params }: { params: Promise<{ id: string }> }) {
  return <RecordBody id={(await params).id} />;
}
