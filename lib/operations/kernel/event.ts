import type { AuditEvent } from '#lib/audit/event';
import type { RunContext } from './caller';
import type { ErasedDeclaration } from './declaration';
import type { Trace } from './trace';

const uuidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Outcome {
  readonly status: number;
  readonly reasonCode?: string;
  readonly output?: unknown;
}

/** The one event of a run. Ids, codes and allow-listed fields: never what a person typed. */
export function eventOf(
  declaration: ErasedDeclaration,
  { caller, request }: RunContext,
  trace: Trace,
  outcome: Outcome,
): AuditEvent {
  const { audit } = declaration;
  const refused = outcome.status >= 400;
  const { actor, notes } = trace;
  return {
    action: (refused && audit.refused) || notes.event || audit.event,
    resource_type: audit.resource,
    resource_id: notes.resource_id ?? idOf(outcome.output) ?? idOf(trace.input),
    user_id: notes.user_id ?? (actor?.kind === 'user' ? actor.user_id : null),
    patient_id: notes.patient_id ?? patientOf(trace.subject),
    session_id: caller.kind === 'user' && !declaration.public ? caller.session.id : null,
    request_id: request.requestId,
    ip_address: request.ip,
    user_agent: request.userAgent,
    request_data: allowListed(audit.details, trace.input),
    response_status: outcome.status,
    // What the operation says is closer to the cause than what everybody is answered.
    reason_code: notes.reason_code ?? outcome.reasonCode ?? null,
    additional_info: notes.additional_info ?? null,
    purpose: null,
  };
}

const patientOf = (subject: Trace['subject']) =>
  (subject && 'patient_id' in subject && subject.patient_id) || null;

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' && uuidPattern.test(value.id) ? value.id : null;
}

function allowListed(names: readonly string[] | undefined, input: unknown): Record<string, unknown> | null {
  if (!names || typeof input !== 'object' || input === null) return null;
  return Object.fromEntries(Object.entries(input).filter(([name]) => names.includes(name)));
}
