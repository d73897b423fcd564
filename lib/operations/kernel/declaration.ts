import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { Tx } from '#db/client';
import type { AuditAction, AuditResource } from '#lib/audit/actions';
import type { ErrorCode } from '#lib/errors/codes';
import type { Clock } from '#lib/platform/clock';
import type { LimitName } from '#lib/platform/limits';
import type { Actor, AnonymousActor, SystemActor, UserActor } from '#lib/policy/actor';
import type { AssuranceRule } from '#lib/policy/assurance';
import type { SystemJob } from '#lib/policy/jobs';
import type { Scope } from '#lib/policy/scopes';
import type { Subject } from '#lib/policy/subject';
import type { Caller, RequestFacts } from './caller';

export type RestLine = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`;

/** What a handler may add to the one event of its run. Codes and ids only: nothing that a person typed. */
export interface AuditNotes {
  event?: AuditAction;
  user_id?: string;
  resource_id?: string;
  patient_id?: string;
  reason_code?: string;
  additional_info?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AuditRule<Input> {
  readonly event: AuditAction;
  /** The event of a refusal, where it has a name of its own. Its presence audits the refusals of strangers too. */
  readonly refused?: AuditAction;
  readonly resource: AuditResource;
  /** Input fields whose values may stand in the log: identifiers and codes, nothing that shredding must reach. */
  readonly details?: readonly (keyof Input & string)[];
}

export interface ThrottleArgs<Input> {
  readonly input: Input;
  readonly caller: Caller;
  readonly request: RequestFacts;
}

export interface ThrottleKey {
  readonly limit: LimitName;
  readonly key: string;
}

export interface PrepareArgs<Input, A extends Actor> {
  readonly input: Input;
  readonly actor: A;
  readonly request: RequestFacts;
  readonly clock: Clock;
}

export interface SubjectArgs<Input, Prepared> {
  readonly tx: Tx;
  readonly input: Input;
  readonly prepared: Prepared;
  readonly now: Temporal.Instant;
}

export interface Work<Input, Prepared, S, A extends Actor> {
  readonly tx: Tx;
  readonly actor: A;
  readonly clock: Clock;
  /** The instant of this run, the same as `app.now` in the database. */
  readonly now: Temporal.Instant;
  readonly input: Input;
  readonly subject: S;
  readonly prepared: Prepared;
  readonly request: RequestFacts;
  /** Adds to the run's one audit event; what is added holds for a refusal as well. */
  audit(notes: AuditNotes): void;
}

/** An operation, read as one sentence. Properties stand in this order: later ones infer from earlier ones. */
interface Declaration<I extends z.ZodType, O extends z.ZodType, P, S extends Subject, A extends Actor>
  extends Partial<AssuranceRule> {
  /** `records.create`: plural noun and verb, the same as its file. */
  readonly name: `${string}.${string}`;
  readonly kind: 'query' | 'command';
  readonly rest: RestLine;
  readonly successStatus?: 200 | 201 | 202 | 204;
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  /** Beyond what every operation can answer (400, 401, 403, 413, 415, 422, 429, 500, 503). */
  readonly errors: readonly ErrorCode[];
  readonly audit: AuditRule<z.output<I>>;
  readonly example?: { readonly input: z.input<I>; readonly output: z.input<O> };
  /** Media types of the body; `application/json` where it is left out. */
  readonly consumes?: readonly string[];
  readonly bodyLimitBytes?: number;
  /** Numbers arrive and leave as LosslessNumber: 1.50 stays 1.50. */
  readonly losslessNumbers?: boolean;
  /**
   * All that it reads is its subject, by one statement that is executed at once: the transaction ends in the same round
   * trip, `handle` works without one, and the event is committed with those of other reads.
   */
  readonly oneRead?: boolean;
  /** A database constraint that speaks for a rule: its name, and what the caller hears. */
  readonly constraints?: Readonly<Record<string, ErrorCode>>;
  readonly throttle?: (args: ThrottleArgs<z.output<I>>) => readonly ThrottleKey[];
  /** Hashing, breach check, network: outside the transaction. `handle` rechecks under lock what it relied on. */
  readonly prepare?: (args: PrepareArgs<z.output<I>, A>) => Promise<P>;
  /** The row that the policy is asked about. Leaves with `begin`, so it knows the actor only through `app.*`. */
  readonly subject: (args: SubjectArgs<z.output<I>, P>) => S | null | Promise<S | null>;
  readonly handle: (work: Work<z.output<I>, P, S, A>) => z.input<O> | Promise<z.input<O>>;
}

type Schema = z.ZodType;

export interface PublicDeclaration<I extends Schema, O extends Schema, P, S extends Subject>
  extends Declaration<I, O, P, S, AnonymousActor> {
  /** Said aloud: anybody may call it. A snapshot test lists these. */
  readonly public: true;
  readonly permission?: never;
  readonly jobs?: never;
}

export interface UserDeclaration<I extends Schema, O extends Schema, P, S extends Subject>
  extends Declaration<I, O, P, S, UserActor> {
  readonly permission: Scope;
  readonly stepUp: AssuranceRule['stepUp'];
  readonly public?: never;
  readonly jobs?: never;
}

export interface SharedDeclaration<I extends Schema, O extends Schema, P, S extends Subject>
  extends Declaration<I, O, P, S, UserActor | SystemActor> {
  readonly permission: Scope;
  readonly stepUp: AssuranceRule['stepUp'];
  /** Which jobs may call it beside people. */
  readonly jobs: readonly SystemJob[];
  readonly public?: never;
}

/** The declaration as the kernel sees it, with the types of its input and output forgotten. */
export type ErasedDeclaration = Omit<
  Declaration<Schema, Schema, unknown, Subject, never>,
  'audit' | 'example'
> & {
  readonly audit: AuditRule<never>;
  readonly example?: { readonly input: unknown; readonly output: unknown };
  readonly public?: true;
  readonly permission?: Scope;
  readonly jobs?: readonly SystemJob[];
};
