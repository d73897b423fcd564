import { useTranslations } from 'next-intl';
import { type AuditEventView, isDenied, isFailed } from './audit-event';

/**
 * An act in words, or the attempt at it: what was refused was not done. A name that the catalogue does not know yet is
 * shown as it stands in the log.
 */
export function ActionName({ event }: { event: Pick<AuditEventView, 'action' | 'response_status'> }) {
  const t = useTranslations('audit');
  const { action } = event;
  const attempt = `attempt.${action}` as 'attempt.SIGNUP';
  const act = `action.${action}` as 'action.LOGIN';
  if ((isDenied(event) || isFailed(event)) && t.has(attempt)) return t(attempt);
  return t.has(act) ? t(act) : action;
}

type Actor = Pick<AuditEventView, 'user_name' | 'user_email' | 'user_role' | 'user_id' | 'ip_address'>;

/** Jobs come from no address; strangers do. */
export function ActorName({ event }: { event: Actor }) {
  const t = useTranslations('audit.actor');
  const role = event.user_role as 'doctor' | null;
  const name =
    event.user_name ??
    event.user_email ??
    t(event.user_id ? 'unnamed' : event.ip_address === null ? 'system' : 'anonymous');
  return (
    <>
      <bdi className="font-semibold">{name}</bdi>
      {role && t.has(`role.${role}`) && <span className="text-muted"> {t(`role.${role}`)}</span>}
    </>
  );
}

export function ResourceName({ event }: { event: Pick<AuditEventView, 'resource_type'> }) {
  const t = useTranslations('audit.resource');
  if (!event.resource_type) return null;
  const key = event.resource_type as 'user';
  return t.has(key) ? t(key) : event.resource_type;
}
