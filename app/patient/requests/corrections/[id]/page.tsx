import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CorrectionBody } from './correction-body';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests.kind');
  return { title: t('correction') };
}

export default async function CorrectionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <CorrectionBody id={id} />;
}
