import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoctorVisitActions } from '#components/appointments/doctor-visit-actions';
import { JoinVisit } from '#components/appointments/join-visit';
import { VisitDetail } from '#components/appointments/visit-detail';
import { VisitPatient } from '#components/appointments/visit-patient';
import { VisitStory } from '#components/appointments/visit-story';
import { visitDay } from '#components/appointments/visit-time';
import { Answers } from '#components/questions/answers';
import { WriteNote } from '#components/records/write-note';
import { getAppointment } from '#lib/operations/appointments/get';
import { listVisitTransitions } from '#lib/operations/appointments/list-transitions';
import { getVisitAnswers } from '#lib/operations/visit-answers/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { sayState, undoState } from '../../visit-actions';
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
  await personOf('doctor');
  const { id } = await params;
  const [visit, transitions, { done }, t] = await Promise.all([
    query(getAppointment, { id }),
    query(listVisitTransitions, { id }),
    queryOf(searchParams),
    getTranslations('shell.nav'),
  ]);
  return (
    <div className="max-w-4xl">
      <VisitDetail
        visit={visit}
        done={done}
        back={{ href: paths.doctor.dayOf(visitDay(visit)), label: t('day') }}
        day={<JoinVisit visit={visit} href={paths.doctor.joinVisit(id)} />}
        questions={
          visit.questions !== 'none' && visit.patient_name !== null && <VisitAnswers visit={visit} />
        }
        story={<VisitStory transitions={transitions.items} zone={visit.zone} />}
        patient={<VisitPatient visit={visit} href={paths.doctor.patient(visit.patient_id)} />}
        actions={
          <>
            {/* Whoever does not see the chart is told no name. */}
            {visit.patient_name !== null && <WriteNote patientId={visit.patient_id} />}
            <DoctorVisitActions
              visit={visit}
              say={sayState.bind(null, { id, version: visit.version })}
              undo={undoState.bind(null, { id, version: visit.version })}
              cancel={cancelVisit.bind(null, { id, version: visit.version })}
            />
          </>
        }
      />
    </div>
  );
}

async function VisitAnswers({ visit: { id, zone } }: { visit: { id: string; zone: string } }) {
  const { items, answered_as, answered_at } = await query(getVisitAnswers, { id });
  return <Answers items={items} answeredAs={answered_as} answeredAt={answered_at} zone={zone} />;
}
