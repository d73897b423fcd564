import { WorkQueueFull } from '#lib/crypto/work-queue';
import { OperationError } from '#lib/errors/operation-error';

/** More sign-ins at once than this process can hash: those who wait longest are told to come back. */
export async function whenNotBusy<T>(hash: () => Promise<T>): Promise<T> {
  try {
    return await hash();
  } catch (error) {
    if (error instanceof WorkQueueFull) throw new OperationError('unavailable', { retryAfterSeconds: 2 });
    throw error;
  }
}
