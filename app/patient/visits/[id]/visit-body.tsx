import { getTranslations } from 'next-intl/server';
import { AddToCalendar } from '#components/appointments/add-to-calendar';
import { CancelOwnVisit } from '#components/appointments/cancel-own-visit';
import { CheckIn } from '#components/appointments/check-in';
import { ConfirmOwnVisit } from '#components/appointments/confirm-own-visit';
import { JoinVisit } from '#components/appointments/join-visit';
import { VisitDetail } from '#components/appointments/visit-detail';
import { VisitStory } from '#components/appointments/visit-story';
import { ButtonLink } from '#components/ui/button-link';
import { getAppointment } from '#lib/operations/appointments/get';
import { listVisitTransitions } from '#lib/operations/appointments/list-transitions';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { assertChart } from '../../own-or-held';
import { sayArrived, sayComing, undoArrived } from '../day-actions';
import { cancelVisit } from './actions';
import { VisitQuestions } from './visit-questions';

interface VisitBodyProps {
  id: string;
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId?: string;
  searchParams: SearchParams;
}

export async function VisitBody({ id, patientId, searchParams }: VisitBodyProps) {
  const to = paths.patient.chart(patientId);
  const [{ now, own_zone }, visit, transitions, { done }, t, waiting] = await Promise.all([
    personOf('patient'),
    query(getAppointment, { id }),
    query(listVisitTransitions, { id }),
    queryOf(searchParams),
    getTranslations('appointments'),
    getTranslations('waiting'),
  ]);
  await assertChart(visit, patientId, paths.patient.chart(visit.patient_id).visit(id));
  const shown = { id, version: visit.version, patientId };
  return (
    <div className="mx-auto max-w-3xl">
      <VisitDetail
        visit={visit}
        ownZone={own_zone}
        done={done}
        day={
          <>
            {!visit.can.arrive.allowed && (
              <ConfirmOwnVisit visit={visit} action={sayComing.bind(null, shown)} />
            )}
            <CheckIn
              visit={visit}
              ownZone={own_zone}
              say={sayArrived.bind(null, shown)}
              undo={undoArrived.bind(null, shown)}
              explains
            />
            <JoinVisit visit={visit} ownZone={own_zone} href={paths.patient.joinVisit(id)} now={now} />
          </>
        }
        questions={<VisitQuestions visit={visit} patientId={patientId} />}
        story={<VisitStory transitions={transitions.items} zone={own_zone ?? visit.zone} />}
        back={{ href: to.visits, label: t('title') }}
        actions={
          <>
            {visit.can.move.allowed && (
              <>
                <ButtonLink href={to.moveVisit(id)} tone="secondary">
                  {t('moveOwn.open')}
                </ButtonLink>
                <ButtonLink href={to.soonerVisit(id)} tone="secondary">
                  {waiting('sooner.open')}
                </ButtonLink>
              </>
            )}
            <AddToCalendar href={paths.patient.visitCalendar(id)} />
            <CancelOwnVisit
              visit={visit}
              ownZone={own_zone}
              action={cancelVisit.bind(null, { id, version: visit.version }, patientId)}
              href={to.cancelVisit(id)}
            />
          </>
        }
      />
    </div>
  );
}
