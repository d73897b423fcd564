import { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import type { auditLogs } from '../schema/audit-logs';
import type { userProfiles } from '../schema/user-profiles';
import type { users } from '../schema/users';
import { listPage, type Page, type Window } from './page';

type Row = typeof auditLogs.$inferSelect;
type Profile = typeof userProfiles.$inferSelect;

export type AuditRow = Omit<Row, 'log_epoch' | 'xact_id' | 'purpose'> & {
  user_email: (typeof users.$inferSelect)['email'] | null;
  user_role: (typeof users.$inferSelect)['role'] | null;
  first_name: Profile['first_name'] | null;
  last_name: Profile['last_name'] | null;
};

const columns = (tx: Tx) => tx`
  l.id, l.timestamp, l.user_id, l.action, l.resource_type, l.resource_id, l.patient_id, l.session_id, l.request_id,
  l.ip_address, l.user_agent, l.request_data, l.response_status, l.additional_info, l.reason_code,
  u.email as user_email, u.role as user_role, p.first_name, p.last_name`;

const joins = (tx: Tx) => tx`
  left join users u on u.id = l.user_id
  left join user_profiles p on p.user_id = l.user_id`;

export interface AuditFilter {
  user_id: string | null;
  action: string | null;
  resource_type: string | null;
  resource_id: string | null;
  patient_id: string | null;
  request_id: string | null;
  ip_address: string | null;
  /** Statuses from and below. */
  status: readonly [number, number];
  from: Temporal.Instant | null;
  to: Temporal.Instant | null;
}

/** Only what was asked for stands in the statement, so that each combination finds its own index. */
function chosen(tx: Tx, filter: AuditFilter): Statement {
  const { user_id, action, resource_type, resource_id, patient_id, request_id, ip_address, from, to } =
    filter;
  const [least, below] = filter.status;
  return tx`
    l.response_status >= ${least} and l.response_status < ${below}
    ${user_id ? tx`and l.user_id = ${user_id}` : tx``}
    ${action ? tx`and l.action = ${action}` : tx``}
    ${resource_type ? tx`and l.resource_type = ${resource_type}` : tx``}
    ${resource_id ? tx`and l.resource_id = ${resource_id}` : tx``}
    ${patient_id ? tx`and l.patient_id = ${patient_id}` : tx``}
    ${request_id ? tx`and l.request_id = ${request_id}` : tx``}
    ${ip_address ? tx`and l.ip_address = ${ip_address}` : tx``}
    ${from ? tx`and l.timestamp >= ${from}` : tx``}
    ${to ? tx`and l.timestamp < ${to}` : tx``}`;
}

const orders = {
  desc: (tx: Tx) => tx`l.timestamp desc, l.id desc`,
  asc: (tx: Tx) => tx`l.timestamp, l.id`,
};

/** One page of the log. */
export function listAuditEvents(
  tx: Tx,
  filter: AuditFilter,
  order: keyof typeof orders,
  window: Window,
): Promise<Page<AuditRow>> {
  const listing = { columns: columns(tx), where: chosen(tx, filter), order: orders[order](tx) };
  return listPage(tx, { table: tx`audit_logs l`, joins: joins(tx), ...listing }, window);
}

export interface AuditHour {
  starts_at: Temporal.Instant;
  allowed: number;
  denied: number;
}

/** How much happened in each hour in which anything did. */
export async function countAuditHours(tx: Tx, filter: AuditFilter): Promise<AuditHour[]> {
  return tx<AuditHour[]>`
    select date_trunc('hour', l.timestamp, 'UTC') as starts_at,
           (count(*) filter (where l.response_status < 400))::int as allowed,
           (count(*) filter (where l.response_status >= 400))::int as denied
      from audit_logs l where ${chosen(tx, filter)} group by 1`;
}

/** An id holds the time of its making: of all partitions only the ones around it are looked through first. */
export async function findAuditEvent(tx: Tx, id: Id<'audit_logs'>): Promise<AuditRow | null> {
  const made = Temporal.Instant.fromEpochMilliseconds(
    Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16),
  );
  const near = tx`and l.timestamp between ${made.subtract({ hours: 1 })} and ${made.add({ hours: 1 })}`;
  // The clock may have been wrong: then the whole log is looked through.
  return (await eventWhere(tx, id, near)) ?? (await eventWhere(tx, id, tx``));
}

async function eventWhere(tx: Tx, id: Id<'audit_logs'>, when: Statement): Promise<AuditRow | null> {
  const [row] = await tx<AuditRow[]>`
    select ${columns(tx)} from audit_logs l ${joins(tx)} where l.id = ${id} ${when}`;
  return row ?? null;
}
