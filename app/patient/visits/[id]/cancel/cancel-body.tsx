import { getTranslations } from 'next-intl/server';
import { CancelQuestion } from '#components/appointments/cancel-question';
import { getAppointment } from '#lib/operations/appointments/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { assertChart } from '../../../own-or-held';
import { cancelVisit } from '../actions';

/** What the dialog asks, for whoever has no script. `patientId` is that of somebody whom the reader looks after. */
export async function CancelBody({ id, patientId }: { id: string; patientId?: string }) {
  const [{ own_zone }, visit, t] = await Promise.all([
    personOf('patient'),
    query(getAppointment, { id }),
    getTranslations('appointments'),
  ]);
  await assertChart(visit, patientId, paths.patient.chart(visit.patient_id).cancelVisit(id));
  return (
    <CancelQuestion
      visit={visit}
      ownZone={own_zone}
      effect={t('cancel.effectDoctor', { name: visit.doctor_name })}
      action={cancelVisit.bind(null, { id, version: visit.version }, patientId)}
      keepHref={paths.patient.chart(patientId).visit(id)}
    />
  );
}
