import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import type { auditLogs } from '../schema/audit-logs';
import type { factors } from '../schema/factors';
import type { users } from '../schema/users';

type User = typeof users.$inferSelect;
type Factor = typeof factors.$inferSelect;

interface ProtectionRow extends Pick<User, 'password_changed_at' | 'password_state'> {
  recovery_codes_left: number;
  sessions: number;
  /** First seen within a week, and not the account's first. */
  new_devices: number;
}

/** The actor's account as its owner worries about it; `here` is the session that asks. */
export async function getProtection(tx: Tx, here: Id<'sessions'>): Promise<ProtectionRow> {
  const [row] = await tx<ProtectionRow[]>`
    with live as (
      select s.id, s.device_id from sessions s
       where s.user_id = app.user_id() and s.revoked_at is null and s.expires_at > app.now()
         and (s.idle_timeout_seconds is null
              or s.last_activity_at > app.now() - make_interval(secs => s.idle_timeout_seconds))
    )
    select u.password_changed_at, u.password_state,
           (select count(*)::int from recovery_codes r
             where r.user_id = u.id and r.used_at is null and r.replaced_at is null) as recovery_codes_left,
           (select count(*)::int from live) as sessions,
           (select count(*)::int from user_devices d
             where d.user_id = u.id and d.first_seen_at > app.now() - interval '7 days'
               and exists (select 1 from live where live.device_id = d.id)
               and not exists (select 1 from live where live.device_id = d.id and live.id = ${here})
               and exists (select 1 from user_devices o where o.user_id = u.id and o.first_seen_at < d.first_seen_at)
           ) as new_devices
      from users u where u.id = app.user_id()`;
  if (!row) throw new Error('The actor has no account.');
  return row;
}

type OwnFactorRow = Pick<Factor, 'id' | 'kind' | 'name' | 'last_used_at'> & {
  confirmed_at: NonNullable<Factor['confirmed_at']>;
};

/** What counts beside the password: SMS does not for staff (NIST SP 800-63B, 3.1.3). */
export function listOwnFactors(tx: Tx): Promise<OwnFactorRow[]> {
  return tx<OwnFactorRow[]>`
    select f.id, f.kind, f.name, f.last_used_at, f.confirmed_at from factors f
     where f.user_id = app.user_id() and f.confirmed_at is not null and f.revoked_at is null
       and (f.kind <> 'sms' or app.role() = 'patient')
     order by f.confirmed_at limit 20`;
}

type OwnEventRow = Pick<typeof auditLogs.$inferSelect, 'action' | 'timestamp' | 'user_agent'>;

/** The newest of the actor's own events that are among these. */
export function listOwnEvents(tx: Tx, actions: readonly string[]): Promise<OwnEventRow[]> {
  return tx<OwnEventRow[]>`
    select l.action, l.timestamp, l.user_agent from audit_logs l
     where l.user_id = app.user_id() and l.action = any(${[...actions]}::text[])
     order by l.timestamp desc limit 5`;
}
