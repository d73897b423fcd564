import { SameTime } from '#components/appointments/same-time';
import { useTwoClocks } from '#components/appointments/two-clocks';
import { VisitChangeQuestion } from '#components/appointments/visit-change-question';
import type { AppointmentView } from '#lib/operations/appointments/appointment-view';
import { paths } from '#lib/platform/paths';
import { moveVisit } from '../actions';

interface MoveQuestionProps {
  visit: AppointmentView;
  startsAt: string;
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId: string | undefined;
  ownZone: string | null;
}

/** From when to when, once more before the visit is moved. */
export function MoveQuestion({ visit, startsAt, patientId, ownZone }: MoveQuestionProps) {
  const { timeOf } = useTwoClocks(visit.zone, ownZone);
  const { id, version } = visit;
  return (
    <div className="mx-auto max-w-3xl">
      <VisitChangeQuestion
        about="move"
        when={timeOf(visit.scheduled_at)}
        to={{ startsAt, when: timeOf(startsAt) }}
        there={<SameTime at={startsAt} zone={visit.zone} ownZone={ownZone} />}
        ownZone={ownZone}
        action={moveVisit.bind(null, { id, version }, patientId)}
        keepHref={paths.patient.chart(patientId).visit(id)}
      />
    </div>
  );
}
