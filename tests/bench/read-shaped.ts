import { openPool, transact } from '#db/client';
import { findRecord, type RecordChartRow } from '#db/queries/medical-records';
import { appendEvent } from '#lib/audit/append';
import { openRecord, type Reading, viewEvent } from './reader';

/** The read in the product's own SQL and its two flushes, session lookup included, and nothing around it. */
export function shapedReader(databaseUrl: string, connections: number) {
  openPool(databaseUrl, connections);
  return async (reading: Reading): Promise<string | null> => {
    const { reader, recordId, requestId, now } = reading;
    const session = { id: reader.session_id, secretHash: null };
    const { text } = await transact(
      { kind: 'user', session, now, requestId },
      {
        read: (tx) => findRecord(tx, recordId),
        work: async (_tx, _session, row) => opened(row),
        last: (tx, { patientId }) => appendEvent(tx, viewEvent(reading, patientId)),
      },
    );
    return text;
  };
}

function opened(row: RecordChartRow | null) {
  if (!row) throw new Error('There is no such record.');
  return { text: openRecord(row), patientId: row.patient_id };
}
