import { getTranslations } from 'next-intl/server';
import { DoctorTimes } from '#components/appointments/doctor-times';
import { PartClock } from '#components/appointments/part-clock';
import { TimeFilters } from '#components/appointments/time-filters';
import { dayParts } from '#components/appointments/visit-wish';
import { EmptyState } from '#components/ui/empty-state';
import { FilterFaults } from '#components/ui/filter-faults';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { WaitForm } from '#components/waiting/wait-form';
import { searchOpenings } from '#lib/operations/openings/search';
import { paths } from '#lib/platform/paths';
import { found } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import type { Asked } from '#lib/transport/page-query';
import { joinList } from '../waiting-actions';
import { holdTime } from './actions';
import { wishIn, wishQuery } from './wish';

interface FindTimeProps {
  asked: Asked;
  /** For whom, where it is somebody whom the reader looks after. */
  patientId: string | undefined;
  /** What was kept is no more. */
  gone?: boolean;
}

const nothing = { items: [], services: [], specialities: [], doctors: [] };

/** The next times of every doctor who fits, so that the first that suits is one step away. */
export async function FindTime({ asked, patientId, gone = false }: FindTimeProps) {
  const to = paths.patient.chart(patientId);
  const [{ now, own_zone }, t] = await Promise.all([personOf('patient'), getTranslations('appointments')]);
  const wish = { ...wishIn(asked), ...(patientId && { patient_id: patientId }) };
  const { speciality, from } = asked;
  const part = dayParts.find((each) => each === asked.part);
  const looked = { ...wish, ...(part && { part }), ...(speciality && { speciality }), ...(from && { from }) };
  const { output, faults } = await found(searchOpenings, looked, nothing);
  const wished = wishQuery(asked);
  // Nobody who fits has a time: whoever has said what for can wait for one.
  const isNone = output.items.length > 0 && output.items.every(({ total }) => total === 0);
  const isFull = isNone && Boolean(wish.service_id || speciality);
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <PageHeader
        title={t('book.find')}
        kicker={own_zone && t('book.ownClock', { zone: own_zone })}
        back={{ href: to.visits, label: t('title') }}
      />
      {gone && <Notice tone="warn" title={t('book.notKept')} />}
      <TimeFilters action={to.book} values={asked} {...output} />
      <PartClock doctors={output.items} now={now} ownZone={own_zone} />
      <FilterFaults faults={faults} labels={{ from: t('book.from') }} />
      {output.items.length === 0 && faults.length === 0 && (
        <EmptyState title={t('book.none.title')}>{t('book.none.text')}</EmptyState>
      )}
      {isFull && (
        <WaitForm
          action={joinList.bind(null, {
            ...(wish.service_id && { service_id: wish.service_id }),
            ...(speciality && { speciality }),
            ...(patientId && { patient_id: patientId }),
          })}
          start={{ mode: wish.mode, part, from }}
        />
      )}
      <ul className="flex flex-col gap-4">
        {output.items.map(({ doctor, total, openings }) => (
          <li key={doctor.id}>
            <DoctorTimes
              doctor={doctor}
              total={total}
              openings={openings}
              from={from}
              ownZone={own_zone}
              action={holdTime.bind(null, { ...wish, doctor_id: doctor.id }, wished)}
              allHref={to.bookWith({ ...wished, doctor: doctor.id, day: from })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
