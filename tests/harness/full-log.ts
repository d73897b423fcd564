import type postgres from 'postgres';
import { newRequestId } from '#lib/platform/request-id';

const mark = 'dead';

/** From here on the audit log takes every event but those of a request whose id is doomed. */
export async function fillAuditLog(superuser: postgres.Sql): Promise<void> {
  await superuser`
    create function refuse_event() returns trigger language plpgsql as $$ begin raise 'the log is full'; end $$`;
  await superuser.unsafe(`
    create trigger full_log before insert on audit_logs for each row
      when (right(new.request_id::text, ${mark.length}) = '${mark}') execute function refuse_event()`);
}

export const doomedRequest = (): string => `${newRequestId().slice(0, -mark.length)}${mark}`;

export const isDoomed = (requestId: string): boolean => requestId.endsWith(mark);
