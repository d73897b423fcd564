import type { Actor } from '#lib/policy/actor';
import type { Subject } from '#lib/policy/subject';
import type { AuditNotes } from './declaration';

/** What one run has learned so far: enough to write its one event, well ended or refused. */
export interface Trace {
  /** The parsed input; undefined until it has passed its schema. */
  input: unknown;
  parsed: boolean;
  actor: Actor | null;
  subject: Subject | null;
  notes: AuditNotes;
  /** The event has been committed together with the refusal. */
  recorded: boolean;
}

export function newTrace(): Trace {
  return { input: undefined, parsed: false, actor: null, subject: null, notes: {}, recorded: false };
}
