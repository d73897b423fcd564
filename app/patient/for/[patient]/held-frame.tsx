import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { HeldBanner, type HeldPage } from '#components/care/held-banner';
import { listHeldCharts } from '#lib/operations/care-relationships/list-held';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { stopLookingAfter } from './actions';

interface HeldFrameProps {
  patientId: string;
  /** Which of its pages this is. */
  page: HeldPage;
  children: ReactNode;
}

/** The chart, if its patient lets the reader look after it now. */
export async function heldChart(patientId: string) {
  const { items } = await query(listHeldCharts, {});
  return items.find(({ patient_id }) => patient_id === patientId) ?? notFound();
}

/** Every page of somebody else's record says whose it is, and leads back to one's own. */
export async function HeldFrame({ patientId, page, children }: HeldFrameProps) {
  const [{ zone }, held] = await Promise.all([personOf('patient'), heldChart(patientId)]);
  return (
    <div className="flex flex-col gap-6">
      <HeldBanner held={held} page={page} zone={zone} leave={stopLookingAfter} />
      <div>{children}</div>
    </div>
  );
}
