import { env, exportForNext } from '#lib/platform/env';
import { OperatorError } from '#lib/platform/operator-error';
import { Cleanup } from './cleanup';
import { attach, embeddedFolder } from './embedded';
import { openJobs } from './open-jobs';
import { openProduct } from './open-product';

/**
 * Opens the product where Next itself was started (`next start`), on the operator's database or that of a running start.
 * It brings no database of its own: Next ends its process without waiting, and would leave one behind. Nor the demo:
 * Next listens on every address and asks no Host, and so would serve its public passwords to the network.
 *
 * @throws OperatorError
 */
export async function openForNext(): Promise<void> {
  if (env().mode === 'demo')
    throw new OperatorError('The demo starts with "npm start", not with next start.');
  const folder = await embeddedFolder();
  if (folder && !attach(folder)) {
    throw new OperatorError(
      'next start alone works on DATABASE_URL or beside "npm start", which brings its own database.',
    );
  }
  const cleanup = new Cleanup();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void cleanup.run());
  await openProduct(cleanup);
  await openJobs(cleanup);
  exportForNext(false);
}
