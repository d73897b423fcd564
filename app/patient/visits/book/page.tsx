import type { Metadata } from 'next';
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

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments.book');
  return { title: t('title') };
}

/** Doctor, time, review: each step is an address, so that going back and reloading lose nothing. */
export default async function BookPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ today }, asked, t] = await Promise.all([
    personOf('patient'),
    queryOf(searchParams),
    getTranslations('appointments'),
  ]);
  const { items } = await query(listClinicDoctors, {});
  if (asked.doctor) {
    const doctor = items.find(({ id }) => id === asked.doctor) ?? notFound();
    return <BookWithDoctor doctor={doctor} today={today} day={asked.day} at={asked.at} />;
  }
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <PageHeader
        title={t('book.chooseDoctor')}
        kicker={t('book.step', { step: 1 })}
        back={{ href: paths.patient.visits, label: t('title') }}
      />
      <DoctorChoice doctors={items} hrefOf={({ id }) => paths.patient.bookWith({ doctor: id })} />
    </div>
  );
}
