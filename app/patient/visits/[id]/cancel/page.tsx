import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { personOf } from '#lib/transport/page-person';
import { CancelBody } from './cancel-body';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments');
  return { title: t('cancel.open') };
}

export default async function CancelPage({ params }: { params: Promise<{ id: string }> }) {
  await personOf('patient');
  return <CancelBody id={(await params).id} />;
}
