import { withActor } from '#db/client';
import { claimBlobsToScan, findBlobToScan } from '#db/queries/blob-upkeep';
import { keyRing } from '#lib/crypto/key-ring';
import { isOperationError } from '#lib/errors/operation-error';
import { recordScan } from '#lib/operations/documents/record-scan';
import { fileOf } from '#lib/operations/documents/stored-bytes';
import { chartKey } from '#lib/operations/patients/chart-key';
import { run } from '#lib/operations/run';
import type { Clock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { log } from '#lib/platform/log';
import { newRequestId } from '#lib/platform/request-id';
import type { MalwareScanner } from '#lib/storage/malware-scanner';
import { type FilesActor, filesActor } from './files-actor';

const batchSize = 5;
/** Longer than a scan can last; a file whose scanner was killed is there again after that. */
const claimMinutes = 5;

/**
 * Hands files that wait to the scanner, and has what it says noted. A scan that failed comes again.
 *
 * @returns how many there were
 */
export async function scanFilesOnce(scanner: MalwareScanner, clock: Clock): Promise<number> {
  await keyRing.fresh();
  const until = clock.now().add({ minutes: claimMinutes });
  const ids = await withActor(filesActor(clock), (tx) => claimBlobsToScan(tx, until, batchSize));
  for (const id of ids) await note(id, await resultOf(id, scanner, filesActor(clock)), clock);
  return ids.length;
}

type Result = 'clean' | 'infected' | 'scan_failed';

/** No transaction is open while the scanner is waited for. */
async function resultOf(id: Id<'blobs'>, scanner: MalwareScanner, actor: FilesActor): Promise<Result | null> {
  const blob = await withActor(actor, (tx) => findBlobToScan(tx, id));
  if (!blob) return null;
  try {
    const { bytes } = await fileOf(blob, chartKey(blob));
    return await scanner.scan(bytes);
  } catch (error) {
    log().error('scan_failed', error, { blob: id });
    return 'scan_failed';
  }
}

async function note(id: Id<'blobs'>, result: Result | null, clock: Clock): Promise<void> {
  if (result === null) return;
  const request = { ip: null, userAgent: null, requestId: newRequestId() };
  const caller = { kind: 'system', job: 'documents' } as const;
  await run(recordScan, { id, result }, { caller, clock, request }).catch((error: unknown) => {
    // Another process was faster.
    if (!isOperationError(error) || error.code !== 'conflict') throw error;
  });
}
