import { notFound } from 'next/navigation';
import { isOperationError } from '#lib/errors/operation-error';
import { listDemoOutbox } from '#lib/operations/demo-outbox/list';
import { run } from '#lib/operations/run';
import { asJob } from './as-job';
import { requestFacts } from './next-request';

/** The demo's mails for its page, which asks for no session; anywhere else the page does not exist. */
export async function demoMails() {
  try {
    const { items } = await run(
      listDemoOutbox,
      {},
      { ...asJob('demo-outbox'), request: await requestFacts() },
    );
    return items;
  } catch (thrown) {
    if (isOperationError(thrown) && thrown.code === 'not_found') notFound();
    throw thrown;
  }
}
