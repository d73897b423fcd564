import type { Actor, UserActor } from './actor';
import { jobMay } from './jobs';
import { opensRecord } from './record-visibility';
import type { Scope } from './scopes';
import type { ChartSubject, Relation, Subject } from './subject';

/** `not_found` where the actor may not even know that it exists, `forbidden` where they may. */
export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly error: 'not_found' | 'forbidden' };

const allowed: Decision = { allowed: true };
const forbidden: Decision = { allowed: false, error: 'forbidden' };
const hidden: Decision = { allowed: false, error: 'not_found' };

type Rule = readonly Relation[];
const doctors: Rule = ['treating', 'consulting_restricted', 'consulting'];
const everyone: Rule = ['self', ...doctors, 'carer', 'carer_chart', 'carer_appointments'];
const nobody: Rule = [];

/** Which relation opens a chart for which permission. Administration stands in no row: it gives no clinical read. */
const chartRules: Readonly<Record<Scope, Rule>> = {
  // Whom the chart is shared with is its patient's alone to see and to say.
  'read:profile': ['self'],
  // A carer of records and visits asks for refills and corrections, and reports, in the patient's place.
  'write:profile': ['self', 'carer'],
  'read:records': everyone.filter((relation) => relation !== 'carer_appointments'),
  'write:records': doctors,
  'read:appointments': everyone,
  'write:appointments': everyone.filter((relation) => relation !== 'carer_chart'),
  'admin:users': nobody,
  'admin:system': nobody,
};

/** Whether somebody who is that to a chart may do it there at all. */
export const relationMay = (relation: Relation, permission: Scope): boolean =>
  chartRules[permission].includes(relation);

/** What may be asked of the clinic as a whole: directories and administration, never a chart. */
const clinicPermissions: readonly Scope[] = [
  'read:profile',
  'read:appointments',
  'admin:users',
  'admin:system',
];

/** What hangs on the actor alone needs an owner, so never an administrator's right. */
const ownPermissions: readonly Scope[] = [
  'read:profile',
  'write:profile',
  'read:records',
  'read:appointments',
  'write:appointments',
];

/**
 * Who may do what to whom. Pure: the same function answers the operation and the page that greys a control out.
 * A permission that the actor does not hold is refused here too, although the gate has asked before.
 */
export function decide(actor: Actor, permission: Scope, subject: Subject): Decision {
  if (actor.kind === 'anonymous') return hidden;
  if (actor.kind === 'system') return jobMay(actor.job, permission) ? allowed : forbidden;
  if (subject.type === 'chart') return decideChart(actor, permission, subject);
  if (subject.type === 'account') return decideAccount(actor, permission, subject.user_id);
  const rule = subject.type === 'clinic' ? clinicPermissions : ownPermissions;
  return holds(actor, permission) && rule.includes(permission) ? allowed : forbidden;
}

function decideChart(actor: UserActor, permission: Scope, subject: ChartSubject): Decision {
  if (subject.relation === 'none' || actor.role === 'admin') return hidden;
  if (subject.record && !opensRecord(subject.relation, actor.practitioner_id, subject.record)) return hidden;
  if (!holds(actor, permission) || !relationMay(subject.relation, permission)) return forbidden;
  return permission === 'write:records' && actor.role !== 'doctor' ? forbidden : allowed;
}

/** Another's account exists for administrators alone, and they do not act as its owner. */
function decideAccount(actor: UserActor, permission: Scope, owner: string): Decision {
  if (owner === actor.user_id) return holds(actor, permission) ? allowed : forbidden;
  if (!holds(actor, 'admin:users')) return hidden;
  return permission === 'admin:users' || permission === 'read:profile' ? allowed : forbidden;
}

const holds = (actor: UserActor, permission: Scope) => actor.scopes.includes(permission);
