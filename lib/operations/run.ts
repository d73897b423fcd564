import { call } from '@orpc/server';
import { keyRing } from '#lib/crypto/key-ring';
import { OperationError } from '#lib/errors/operation-error';
import { log } from '#lib/platform/log';
import type { Operation } from './define';
import type { RunContext } from './kernel/caller';
import { recordRefusal } from './kernel/record-refusal';
import { newTrace } from './kernel/trace';
import type { KernelContext } from './kernel/transaction';
import { translate } from './kernel/translate';

/**
 * The only way in. Every door ends here, whatever its wire.
 * @throws OperationError and nothing else: what nobody foresaw is logged by class and answered as `internal_error`.
 */
export async function run<In, Out>(
  operation: Operation<In, Out>,
  input: unknown,
  context: RunContext,
): Promise<Out> {
  const first = kernelOf(context);
  try {
    return await attempt(operation, input, first);
  } catch (thrown) {
    if (!isUnknownKeyVersion(thrown)) throw await refuse(operation, first, thrown);
    return runWithReloadedKeys(operation, input, kernelOf(context));
  }
}

/** Another process has rotated a key since ours were loaded. Nothing was committed, so the run begins anew, once. */
async function runWithReloadedKeys<Out>(
  operation: Operation<unknown, Out>,
  input: unknown,
  kernel: KernelContext,
) {
  try {
    await keyRing.reload();
    return await attempt(operation, input, kernel);
  } catch (thrown) {
    throw await refuse(operation, kernel, thrown);
  }
}

const kernelOf = (context: RunContext): KernelContext => ({ ...context, trace: newTrace() });

async function attempt<Out>(
  operation: Operation<unknown, Out>,
  input: unknown,
  kernel: KernelContext,
): Promise<Out> {
  await keyRing.fresh();
  return (await call(operation.procedure, input, { context: kernel })) as Out;
}

const isUnknownKeyVersion = (thrown: unknown) =>
  thrown instanceof Error && thrown.name === 'UnknownKeyVersion';

/** No trace, no answer: when the event cannot be written, the caller hears that and not the refusal. */
async function refuse(
  operation: Operation,
  context: KernelContext,
  thrown: unknown,
): Promise<OperationError> {
  const error = foreseen(operation, context, thrown);
  try {
    await recordRefusal(operation.declaration, context, error);
    return error;
  } catch (unrecorded) {
    return foreseen(operation, context, unrecorded);
  }
}

function foreseen(operation: Operation, { request }: KernelContext, thrown: unknown): OperationError {
  const error = translate(thrown, operation.declaration.constraints);
  if (error) return error;
  log().error('operation failed', thrown, { operation: operation.name, request_id: request.requestId });
  return new OperationError('internal_error');
}
