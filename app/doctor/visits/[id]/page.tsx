import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoctorVisitActions } from '#components/appointments/doctor-visit-actions';
import { VisitDetail } from '#components/appointments/visit-detail';
import { VisitPatient } from '#components/appointments/visit-patient';
import { visitDay } from '#components/appointments/visit-time';
import { WriteNote } from '#components/records/write-note';
import { getAppointment } from '#lib/operations/appointments/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { cancelVisit, completeVisit } from './actions';

interface VisitPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments');
  return { title: t('visit') };
}

export default async function VisitPage({ params, searchParams }: VisitPageProps) {
  await personOf('doctor');
  const { id } = await params;
  const [visit, { done }, t] = await Promise.all([
    query(getAppointment, { id }),
    queryOf(searchParams),
    getTranslations('shell.nav'),
  ]);
  return (
    <div className="max-w-4xl">
      <VisitDetail
        visit={visit}
        done={done}
        back={{ href: paths.doctor.dayOf(visitDay(visit)), label: t('day') }}
        patient={<VisitPatient visit={visit} href={paths.doctor.patient(visit.patient_id)} />}
        actions={
          <>
            {/* Whoever does not see the chart is told no name. */}
            {visit.patient_name !== null && <WriteNote patientId={visit.patient_id} />}
            <DoctorVisitActions
              visit={visit}
              complete={completeVisit.bind(null, id)}
              cancel={cancelVisit.bind(null, id)}
            />
          </>
        }
      />
    </div>
  );
}
