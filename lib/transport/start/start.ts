import { prepareDemo } from '#db/seed/demo';
import { loadPickLists } from '#db/seed/terminology';
import { systemClock } from '#lib/platform/clock';
import { env, exportForNext } from '#lib/platform/env';
import { log } from '#lib/platform/log';
import { OperatorError } from '#lib/platform/operator-error';
import { demoAccountTable, readDemoAccounts } from '#lib/transport/demo-account-table';
import { ensureBuild } from './build';
import { checkout } from './checkout';
import { Cleanup } from './cleanup';
import { complain } from './complain';
import { assertUnowned, embeddedFolder, type Held, holdFolder, startEmbedded } from './embedded';
import { openJobs } from './open-jobs';
import { openProduct } from './open-product';
import { assertPortFree } from './port-check';
import { serve } from './serve';

interface Run {
  /** Where a full disk would be met: the data folder once it is known. */
  folder: string;
  dev: boolean;
  cleanup: Cleanup;
  /** Set when the process is to end. */
  abort: AbortController;
  building: AbortController;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The whole product in one process, from a fresh checkout to the line with its address. Ends the process itself. */
export async function start({ dev }: { dev: boolean }): Promise<void> {
  const run: Run = {
    folder: checkout,
    dev,
    cleanup: new Cleanup(),
    abort: new AbortController(),
    building: new AbortController(),
  };
  const starting = open(run);
  const end = endOnce(run, starting);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
  process.on('unhandledRejection', (error) => log().error('unhandled_rejection', error));
  process.on('uncaughtException', (error) => {
    log().error('uncaught_exception', error);
    end(1);
  });
  run.abort.signal.addEventListener('abort', () => end(1));
  await starting.catch((error: unknown) => {
    if (!run.abort.signal.aborted) complain(error, run.folder);
    end(1);
  });
}

/** Whatever begins the end, it happens once, and only when a start still under way has come to rest. */
function endOnce({ abort, building, cleanup }: Run, starting: Promise<void>): (code: number) => void {
  let ending = false;
  return (code) => {
    if (ending) return;
    ending = true;
    abort.abort();
    building.abort();
    void starting
      .catch(() => {})
      .then(() => cleanup.run())
      .finally(() => process.exit(code));
  };
}

/** What can be refused is refused before anything is touched; then database and build, which do not need each other. */
async function open(run: Run): Promise<void> {
  const { port, host, mode, publicUrl } = env();
  exportForNext(run.dev);
  const folder = await embeddedFolder();
  if (folder) assertUnowned(folder);
  run.folder = folder ?? checkout;
  await assertPortFree(host, port);
  const held = folder ? holdFolder(folder, run.cleanup) : null;
  await together(run, [
    openDatabase(run, held),
    run.dev ? null : ensureBuild(checkout, run.building.signal, say),
  ]);
  exportForNext(run.dev);
  await serve(run.dev, run.cleanup);
  run.abort.signal.throwIfAborted();
  say(`MediSecure is ready: ${mode === 'demo' ? `http://localhost:${port}` : publicUrl.origin}`);
  if (mode === 'demo') say(demoAccountTable(await readDemoAccounts()));
}

async function openDatabase({ cleanup, abort }: Run, held: Held | null): Promise<void> {
  if (held) await startEmbedded(held, cleanup, () => databaseLost(abort));
  abort.signal.throwIfAborted();
  await openProduct(cleanup);
  await openJobs(cleanup);
  await loadPickLists(systemClock);
  if (env().mode === 'demo') await prepareDemo(systemClock);
}

/** The first failure ends the build, and is told only when both have come to rest. */
async function together({ building }: Run, work: (Promise<void> | null)[]): Promise<void> {
  const first = Promise.all(work);
  first.catch(() => building.abort());
  await Promise.allSettled(work);
  await first;
}

function databaseLost(abort: AbortController): void {
  complain(
    new OperatorError('The database has stopped unexpectedly, so MediSecure stops as well: start it again.'),
    checkout,
  );
  abort.abort();
}
