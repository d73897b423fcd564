import { notFound } from 'next/navigation';
import { getRecord } from '#lib/operations/records/get';
import { query } from '#lib/transport/page';

export interface RecordParams {
  params: Promise<{ id: string; recordId: string }>;
}

/** The record, if it is one of the chart that the address names: a banner never stands above another's record. */
export async function readRecord({ params }: RecordParams) {
  const { id, recordId } = await params;
  const record = await query(getRecord, { id: recordId });
  return record.patient_id === id ? record : notFound();
}
