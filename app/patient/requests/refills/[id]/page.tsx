import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RefillBody } from './refill-body';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests.kind');
  return { title: t('refill') };
}

export default async function RefillPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <RefillBody id={id} />;
}
