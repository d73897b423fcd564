import { wishedDate } from '#components/appointments/wished-date';
import { auditActions, auditResources } from '#lib/operations/audit-logs/filters';

type Values = Readonly<Record<string, string | undefined>>;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const outcomes = { allowed: 'success', denied: 'refused', failed: 'failed' } as const;

/** The filters of an address. One that says nothing the log knows is left out. */
export function auditInput(values: Values, zone: string) {
  const { user_id, ip_address, outcome, from, to } = values;
  return {
    user_id: user_id && uuid.test(user_id) ? user_id : undefined,
    action: auditActions.find((name) => name === values.action),
    resource_type: auditResources.find((name) => name === values.resource_type),
    ip: ip_address || undefined,
    outcome: outcome && outcome in outcomes ? outcomes[outcome as keyof typeof outcomes] : undefined,
    from: startOf(from, zone, 0),
    to: startOf(to, zone, 1),
  };
}

/** The first moment of a date by the clinic's clock, so many days later. */
const startOf = (date: string | undefined, zone: string, days: number): string | undefined =>
  wishedDate(date)?.add({ days }).toZonedDateTime(zone).toInstant().toString();
