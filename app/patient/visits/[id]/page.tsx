import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CancelOwnVisit } from '#components/appointments/cancel-own-visit';
import { VisitDetail } from '#components/appointments/visit-detail';
import { getAppointment } from '#lib/operations/appointments/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { cancelVisit } from './actions';

interface VisitPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments');
  return { title: t('visit') };
}

export default async function VisitPage({ params, searchParams }: VisitPageProps) {
  await personOf('patient');
  const { id } = await params;
  const [visit, { done }, t] = await Promise.all([
    query(getAppointment, { id }),
    queryOf(searchParams),
    getTranslations('appointments'),
  ]);
  return (
    <div className="mx-auto max-w-3xl">
      <VisitDetail
        visit={visit}
        done={done}
        back={{ href: paths.patient.visits, label: t('title') }}
        actions={<CancelOwnVisit visit={visit} action={cancelVisit.bind(null, id)} />}
      />
    </div>
  );
}
