import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { personOf } from '#lib/transport/page-person';
import { SoonerBody } from './sooner-body';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('waiting.sooner');
  return { title: t('title') };
}

export default async function SoonerPage({ params }: { params: Promise<{ id: string }> }) {
  await personOf('patient');
  return <SoonerBody id={(await params).id} />;
}
