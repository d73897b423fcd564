import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { SearchParams } from '#lib/transport/page-query';
import { MoveBody } from '../../../../../visits/[id]/move/move-body';
import { HeldFrame } from '../../../held-frame';

interface HeldMovePageProps {
  params: Promise<{ patient: string; id: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments.moveOwn');
  return { title: t('title') };
}

export default async function HeldMovePage({ params, searchParams }: HeldMovePageProps) {
  const { patient, id } = await params;
  return (
    <HeldFrame patientId={patient} page="visits">
      <MoveBody id={id} patientId={patient} searchParams={searchParams} />
    </HeldFrame>
  );
}
