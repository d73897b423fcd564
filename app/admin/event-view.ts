import type { AuditEventView } from '#components/audit/audit-event';

type Event = Omit<AuditEventView, 'user_name'> & { user_email: string | null };

/** An account is named by its e-mail address here: a name alone would not tell two people apart. */
export const eventView = (event: Event): AuditEventView => ({ ...event, user_name: event.user_email });
