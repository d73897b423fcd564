import { getAmendmentRequest } from '#lib/operations/amendment-requests/get';
import { getRecord } from '#lib/operations/records/get';
import { query } from '#lib/transport/page';

export interface CorrectionParams {
  params: Promise<{ id: string }>;
}

/** The request, and the record that it is about as it stands now. */
export async function readCorrection({ params }: CorrectionParams) {
  const { id } = await params;
  const request = await query(getAmendmentRequest, { id });
  return { request, record: await query(getRecord, { id: request.record_id }) };
}
