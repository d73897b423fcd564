import postgres from 'postgres';
import { connectionOptions } from '#db/connection';
import type { DriverTypes } from '#db/driver-types';
import type { RecordChartRow } from '#db/queries/medical-records';
import { newId } from '#lib/platform/ids';
import { openRecord, type Reading, viewEvent } from './reader';

/**
 * The read as one writes it without much thought: `sql.begin`, and each statement awaited before the next. Six round
 * trips: begin, actor, subject, record, event, commit.
 */
export function naiveReader(databaseUrl: string, connections: number) {
  const sql: postgres.Sql<DriverTypes> = postgres(databaseUrl, {
    ...connectionOptions(databaseUrl),
    max: connections,
  });
  return (reading: Reading): Promise<string | null> =>
    sql.begin(async (tx) => {
      await enter(tx, reading);
      const { recordId } = reading;
      const [subject] = await tx<Pick<RecordChartRow, 'patient_id'>[]>`
        select patient_id from medical_records where id = ${recordId}`;
      if (!subject) return null;
      const [row] = await tx<RecordChartRow[]>`
        select r.id, r.record_type, r.status, r.version, r.encrypted_content, k.id as key_id, k.version as key_version,
               k.wrapped_key
          from medical_records r join patient_keys k on k.patient_id = r.patient_id
         where r.id = ${recordId}`;
      if (!row) return null;
      const text = openRecord(row);
      await append(tx, reading, subject.patient_id);
      return text;
    });
}

type Transaction = postgres.TransactionSql<DriverTypes>;

async function enter(tx: Transaction, { reader, requestId, now }: Reading): Promise<void> {
  await tx`
    select set_config('role', 'medisecure_app', true), set_config('app.actor_kind', 'user', true),
           set_config('app.user_id', ${reader.user_id}, true), set_config('app.role', ${reader.role}, true),
           set_config('app.patient_id', ${reader.patient_id ?? ''}, true),
           set_config('app.practitioner_id', ${reader.practitioner_id ?? ''}, true),
           set_config('app.session_id', ${reader.session_id}, true), set_config('app.request_id', ${requestId}, true),
           set_config('app.now', ${now.toString()}, true)`;
}

async function append(
  tx: Transaction,
  reading: Reading,
  patientId: RecordChartRow['patient_id'],
): Promise<void> {
  const e = viewEvent(reading, patientId);
  await tx`
    insert into audit_logs (id, timestamp, user_id, action, resource_type, resource_id, patient_id, session_id, request_id,
                            ip_address, user_agent, request_data, response_status, additional_info, reason_code, purpose)
    values (${newId('audit_logs')}, app.now(), ${e.user_id}, ${e.action}, ${e.resource_type}, ${e.resource_id},
            ${e.patient_id}, ${e.session_id}, ${e.request_id}, ${e.ip_address}, ${e.user_agent}, null,
            ${e.response_status}, null, ${e.reason_code}, ${e.purpose})`;
}
