import { notFound } from 'next/navigation';
import { listClinicDoctors } from '#lib/operations/doctors/list';
import { query } from '#lib/transport/page';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { BookWithDoctor } from './book-with-doctor';
import { FindTime } from './find-time';
import { keptTime, ReviewVisit } from './review-visit';

interface BookBodyProps {
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId?: string;
  searchParams: SearchParams;
}

/** A time, and its review: a time that was chosen is kept meanwhile, and what was wished stands in the address. */
export async function BookBody({ patientId, searchParams }: BookBodyProps) {
  const asked = await queryOf(searchParams);
  if (asked.review) {
    const kept = await keptTime(patientId);
    if (kept) return <ReviewVisit kept={kept} asked={asked} patientId={patientId} />;
    const { review: _, ...wished } = asked;
    return <FindTime asked={wished} patientId={patientId} gone />;
  }
  if (!asked.doctor) return <FindTime asked={asked} patientId={patientId} />;
  const { items } = await query(listClinicDoctors, {});
  const doctor = items.find(({ id }) => id === asked.doctor) ?? notFound();
  return <BookWithDoctor doctor={doctor} asked={asked} patientId={patientId} />;
}
