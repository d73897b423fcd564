import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DoctorChoice } from '#components/appointments/doctor-choice';
import { PageHeader } from '#components/ui/page-header';
import { listClinicDoctors } from '#lib/operations/doctors/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { BookWithDoctor } from './book-with-doctor';

interface BookBodyProps {
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId?: string;
  searchParams: SearchParams;
}

/** Doctor, time, review: each step is an address, so that going back and reloading lose nothing. */
export async function BookBody({ patientId, searchParams }: BookBodyProps) {
  const to = paths.patient.chart(patientId);
  const [{ today }, asked, t] = await Promise.all([
    personOf('patient'),
    queryOf(searchParams),
    getTranslations('appointments'),
  ]);
  const { items } = await query(listClinicDoctors, {});
  if (asked.doctor) {
    const doctor = items.find(({ id }) => id === asked.doctor) ?? notFound();
    const { day, at } = asked;
    return <BookWithDoctor doctor={doctor} today={today} day={day} at={at} patientId={patientId} />;
  }
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <PageHeader
        title={t('book.chooseDoctor')}
        kicker={t('book.step', { step: 1 })}
        back={{ href: to.visits, label: t('title') }}
      />
      <DoctorChoice doctors={items} hrefOf={({ id }) => to.bookWith({ doctor: id })} />
    </div>
  );
}
