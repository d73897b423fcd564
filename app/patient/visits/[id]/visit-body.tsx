import { getTranslations } from 'next-intl/server';
import { CancelOwnVisit } from '#components/appointments/cancel-own-visit';
import { VisitDetail } from '#components/appointments/visit-detail';
import { getAppointment } from '#lib/operations/appointments/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { assertChart } from '../../own-or-held';
import { cancelVisit } from './actions';

interface VisitBodyProps {
  id: string;
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId?: string;
  searchParams: SearchParams;
}

export async function VisitBody({ id, patientId, searchParams }: VisitBodyProps) {
  const to = paths.patient.chart(patientId);
  const [visit, { done }, t] = await Promise.all([
    query(getAppointment, { id }),
    queryOf(searchParams),
    getTranslations('appointments'),
  ]);
  await assertChart(visit, patientId, paths.patient.chart(visit.patient_id).visit(id));
  return (
    <div className="mx-auto max-w-3xl">
      <VisitDetail
        visit={visit}
        done={done}
        back={{ href: to.visits, label: t('title') }}
        actions={
          <CancelOwnVisit
            visit={visit}
            action={cancelVisit.bind(null, id, patientId)}
            href={to.cancelVisit(id)}
          />
        }
      />
    </div>
  );
}
