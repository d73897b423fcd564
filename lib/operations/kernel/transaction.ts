import type { Temporal } from 'temporal-polyfill';
import { readOnce, type SessionRow, type Tx, transact, withActor } from '#db/client';
import { appendEvent } from '#lib/audit/append';
import { appendReadEvent } from '#lib/audit/read-events';
import { isOperationError, OperationError } from '#lib/errors/operation-error';
import type { Actor } from '#lib/policy/actor';
import { decide } from '#lib/policy/decide';
import type { Subject } from '#lib/policy/subject';
import { actorContext } from './actor-context';
import { admitSession } from './admit-session';
import type { RunContext } from './caller';
import type { AuditNotes, ErasedDeclaration } from './declaration';
import { eventOf } from './event';
import { throttle } from './throttle';
import type { Trace } from './trace';

export interface KernelContext extends RunContext {
  readonly trace: Trace;
}

/** The handler, bound to its transaction. */
export type Handle = () => unknown;

type Next<R> = (handle: Handle) => Promise<R>;
type Ended<R> = { readonly result: R } | { readonly refusal: OperationError };

/**
 * Throttle, prepare, then two flushes: begin, actor and subject; event and commit. `next` runs the handler and checks
 * its answer inside, so that a bad answer leaves no commit.
 */
export async function transaction<R extends { output: unknown }>(
  declaration: ErasedDeclaration,
  context: KernelContext,
  input: unknown,
  next: Next<R>,
): Promise<R> {
  const { trace, clock } = context;
  trace.input = input;
  trace.parsed = true;
  await throttle(declaration, context, input);
  const prepared = await prepare(declaration, context, input);
  const bound = { declaration, context, input, prepared, now: clock.now() };
  if (declaration.oneRead) return runAsOneRead(bound, next);
  const ended = await runInTransaction(bound, next);
  if ('result' in ended) return ended.result;
  trace.recorded = true;
  throw ended.refusal;
}

interface Bound {
  readonly declaration: ErasedDeclaration;
  readonly context: KernelContext;
  readonly input: unknown;
  readonly prepared: unknown;
  readonly now: Temporal.Instant;
}

async function runInTransaction<R extends { output: unknown }>(
  bound: Bound,
  next: Next<R>,
): Promise<Ended<R>> {
  const { declaration, context, input, prepared, now } = bound;
  return transact<Subject | null, Ended<R>>(actorContext(declaration, context, now), {
    read: async (tx) => declaration.subject({ tx, input, prepared, now }),
    work: async (tx, session, subject) => settle(handle(bound, next, { tx, session, subject })),
    last: (tx, ended) =>
      appendEvent(tx, eventOf(declaration, context, context.trace, outcomeOf(declaration, ended))),
  });
}

/** The transaction is over once the subject is read. Its event is stored before anybody is answered, all the same. */
async function runAsOneRead<R extends { output: unknown }>(bound: Bound, next: Next<R>): Promise<R> {
  const { declaration, context, input, prepared, now } = bound;
  const { session, read } = await readOnce<Subject | null>(
    actorContext(declaration, context, now),
    async (tx) => declaration.subject({ tx, input, prepared, now }),
  );
  const result = await handle(bound, next, { tx: noTransaction, session, subject: read });
  const outcome = outcomeOf(declaration, { result });
  await appendReadEvent(eventOf(declaration, context, context.trace, outcome), now);
  return result;
}

const noTransaction = (() => {
  throw new Error('An operation of one read has no transaction');
}) as unknown as Tx;

interface Found {
  readonly tx: Tx;
  readonly session: SessionRow | null;
  readonly subject: Subject | null;
}

async function handle<R>(bound: Bound, next: Next<R>, { tx, session, subject }: Found): Promise<R> {
  const { declaration, context, input, prepared, now } = bound;
  const actor = admit(declaration, context, session, now);
  authorise(declaration, actor, subject, context.trace);
  return next(() => declaration.handle(workOf(context, { tx, actor, now, input, subject, prepared })));
}

/** Slow work stands outside the transaction, yet never before the session has been found good enough for it. */
async function prepare(
  declaration: ErasedDeclaration,
  context: KernelContext,
  input: unknown,
): Promise<unknown> {
  if (!declaration.prepare) return undefined;
  const now = context.clock.now();
  const actor =
    declaration.public || context.caller.kind !== 'user'
      ? admit(declaration, context, null, now)
      : await withActor(actorContext(declaration, context, now), async (_tx, session) =>
          admit(declaration, context, session, now),
        );
  return declaration.prepare({
    input,
    actor: actor as never,
    request: context.request,
    clock: context.clock,
  });
}

function admit(
  declaration: ErasedDeclaration,
  context: KernelContext,
  session: SessionRow | null,
  now: Temporal.Instant,
): Actor {
  const actor = admitSession(declaration, context.caller, session, now);
  context.trace.actor = actor;
  return actor;
}

function authorise(
  declaration: ErasedDeclaration,
  actor: Actor,
  subject: Subject | null,
  trace: Trace,
): asserts subject is Subject {
  trace.subject = subject;
  if (!subject) throw new OperationError('not_found');
  if (!declaration.permission) return;
  const decision = decide(actor, declaration.permission, subject);
  if (!decision.allowed) throw new OperationError(decision.error);
}

function workOf(
  { trace, clock, request }: KernelContext,
  bound: { tx: Tx; actor: Actor; now: Temporal.Instant; input: unknown; subject: Subject; prepared: unknown },
) {
  const audit = (notes: AuditNotes) => {
    const facts = { ...trace.notes.additional_info, ...notes.additional_info };
    Object.assign(trace.notes, notes, Object.keys(facts).length > 0 && { additional_info: facts });
  };
  return { ...bound, actor: bound.actor as never, clock, request, audit };
}

/** A refusal that keeps what was written ends the transaction as a result does. */
async function settle<R>(running: Promise<R>): Promise<Ended<R>> {
  try {
    return { result: await running };
  } catch (thrown) {
    if (isOperationError(thrown) && thrown.commits) return { refusal: thrown };
    throw thrown;
  }
}

function outcomeOf<R extends { output: unknown }>(declaration: ErasedDeclaration, ended: Ended<R>) {
  if ('result' in ended) return { status: declaration.successStatus ?? 200, output: ended.result.output };
  return { status: ended.refusal.status, reasonCode: ended.refusal.code };
}
