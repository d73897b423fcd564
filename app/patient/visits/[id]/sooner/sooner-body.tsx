import { getTranslations } from 'next-intl/server';
import { SlotButtons } from '#components/appointments/slot-buttons';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { WaitForm } from '#components/waiting/wait-form';
import { getAppointment } from '#lib/operations/appointments/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { assertChart } from '../../../own-or-held';
import { joinList, moveSooner } from '../../waiting-actions';
import { otherTimes } from '../other-times';

const [daysLooked, timesShown] = [62, 6];

/** Earlier times than that of a visit: those that are free already, and to be told of the next. */
export async function SoonerBody({ id, patientId }: { id: string; patientId?: string }) {
  const to = paths.patient.chart(patientId);
  const [{ own_zone }, visit, t, words] = await Promise.all([
    personOf('patient'),
    query(getAppointment, { id }),
    getTranslations('waiting'),
    getTranslations('appointments'),
  ]);
  await assertChart(visit, patientId, paths.patient.chart(visit.patient_id).soonerVisit(id));
  const { allowed, reason } = visit.can.move;
  const days = allowed ? await otherTimes(visit, { days: daysLooked }) : [];
  const isSooner = ({ starts_at }: { starts_at: string }) =>
    Date.parse(starts_at) < Date.parse(visit.scheduled_at);
  const sooner = days.flatMap(({ slots }) => slots.filter(isSooner)).slice(0, timesShown);
  const waited = { instead_of: id, ...(patientId && { patient_id: patientId }) };
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <PageHeader
        title={t('sooner.title')}
        kicker={own_zone ? words('book.ownClock', { zone: own_zone }) : t('clock', { zone: visit.zone })}
        back={{ href: to.visit(id), label: t('sooner.back') }}
      />
      {reason && <Notice tone="warn" title={words(`cannotCancel.${reason}`)} />}
      {sooner.length > 0 && (
        <Section id="sooner-free" title={t('sooner.free')}>
          <p className="mb-3 text-muted">{t('sooner.move')}</p>
          <SlotButtons
            id="sooner-times"
            slots={sooner}
            zone={visit.zone}
            ownZone={own_zone}
            action={moveSooner.bind(null, { id, version: visit.version }, patientId)}
            withDay
          />
        </Section>
      )}
      {allowed && <WaitForm action={joinList.bind(null, waited)} start={{ mode: visit.mode }} earlier />}
    </div>
  );
}
