import { os } from '@orpc/server';
import type { z } from 'zod';
import type { Subject } from '#lib/policy/subject';
import { admitClaims } from './kernel/admit-claims';
import type {
  ErasedDeclaration,
  PublicDeclaration,
  SharedDeclaration,
  UserDeclaration,
} from './kernel/declaration';
import { errorMap } from './kernel/error-map';
import { restOf } from './kernel/rest-line';
import { type Handle, type KernelContext, transaction } from './kernel/transaction';

/**
 * One thing that the system can do. `declaration` is what was written, `procedure` is what runs; the type parameters
 * are what a door may send and will get.
 */
export interface Operation<In = unknown, Out = unknown> {
  readonly name: string;
  readonly declaration: ErasedDeclaration;
  readonly procedure: ReturnType<typeof assemble>;
  readonly types?: { readonly input: In; readonly output: Out };
}

type OperationOf<I extends z.ZodType, O extends z.ZodType> = Operation<z.input<I>, z.output<O>>;

/** Without a permission, or `public: true` said aloud, and without an audit event nothing compiles. */
export function defineOperation<
  I extends z.ZodType,
  O extends z.ZodType,
  P = undefined,
  S extends Subject = Subject,
>(declaration: PublicDeclaration<I, O, P, S>): OperationOf<I, O>;
export function defineOperation<
  I extends z.ZodType,
  O extends z.ZodType,
  P = undefined,
  S extends Subject = Subject,
>(declaration: UserDeclaration<I, O, P, S>): OperationOf<I, O>;
export function defineOperation<
  I extends z.ZodType,
  O extends z.ZodType,
  P = undefined,
  S extends Subject = Subject,
>(declaration: SharedDeclaration<I, O, P, S>): OperationOf<I, O>;
export function defineOperation(declaration: unknown): Operation {
  const erased = declaration as ErasedDeclaration;
  return { name: erased.name, declaration: erased, procedure: assemble(erased) };
}

/** The order of these calls is the kernel's: claims, input, transaction, output, handler. */
function assemble(declaration: ErasedDeclaration) {
  const { method, path } = restOf(declaration.rest);
  return os
    .$context<KernelContext>()
    .route({
      method,
      path,
      operationId: declaration.name,
      summary: declaration.summary,
      successStatus: declaration.successStatus ?? 200,
      tags: [declaration.name.slice(0, declaration.name.indexOf('.'))],
    })
    .errors(errorMap(declaration))
    .use(({ context, next }) => {
      admitClaims(declaration, context.caller);
      return next();
    })
    .input(declaration.input)
    .use(({ context, next }, input) =>
      transaction(declaration, context, input, async (handle) => next({ context: { handle } })),
    )
    .output(declaration.output)
    .handler(({ context }) => (context.handle as Handle)());
}
