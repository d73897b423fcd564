import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SoonerBody } from '../../../../../visits/[id]/sooner/sooner-body';
import { HeldFrame } from '../../../held-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('waiting.sooner');
  return { title: t('title') };
}

export default async function HeldSoonerPage({
  params,
}: {
  params: Promise<{ patient: string; id: string }>;
}) {
  const { patient, id } = await params;
  return (
    <HeldFrame patientId={patient} page="visits">
      <SoonerBody id={id} patientId={patient} />
    </HeldFrame>
  );
}
