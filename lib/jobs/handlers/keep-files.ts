import { withActor } from '#db/client';
import { findBlobToCheck, findBlobToMove, markBlobChecked, markBlobMoved } from '#db/queries/blob-upkeep';
import { hashOf } from '#lib/crypto/sealed-file';
import { objectName, sealedBytesOf } from '#lib/operations/documents/stored-bytes';
import type { Clock } from '#lib/platform/clock';
import { log } from '#lib/platform/log';
import type { ObjectStore } from '#lib/storage/object-store';
import { outside } from '#lib/storage/stores';
import { filesActor } from './files-actor';

/** How often each file is looked at again, whole or not. */
const checkDays = 7;

/**
 * Moves the sealed bytes of one file into the object store. They stand in the database until the store has taken them;
 * a kill between the two leaves an object that the next round writes again, under the same name.
 *
 * @returns how many there were
 */
export async function moveFileOnce(objects: ObjectStore, clock: Clock): Promise<number> {
  const blob = await withActor(filesActor(clock), (tx) => findBlobToMove(tx));
  if (!blob) return 0;
  const bytes = await sealedBytesOf(blob);
  if (!hashOf(bytes).equals(blob.stored_hash)) {
    // What is broken stays where it is: the database's backup can mend it.
    await check(blob.id, false, clock);
    return 1;
  }
  await objects.put(objectName(blob.id), bytes);
  await withActor(filesActor(clock), (tx) => markBlobMoved(tx, blob.id));
  return 1;
}

/**
 * S27: sees whether the sealed bytes of one file are what they were, wherever they stand. It needs no key for that.
 *
 * @returns how many there were
 */
export async function checkFileOnce(clock: Clock): Promise<number> {
  const before = clock.now().subtract({ hours: 24 * checkDays });
  const blob = await withActor(filesActor(clock), (tx) =>
    findBlobToCheck(tx, before, outside().objects !== null),
  );
  if (!blob) return 0;
  const isWhole = hashOf(await sealedBytesOf(blob)).equals(blob.stored_hash);
  await check(blob.id, isWhole, clock);
  return 1;
}

async function check(
  id: Parameters<typeof markBlobChecked>[1],
  isWhole: boolean,
  clock: Clock,
): Promise<void> {
  if (!isWhole)
    log().error('file_damaged', new Error('The sealed bytes of a file have changed.'), { blob: id });
  await withActor(filesActor(clock), (tx) => markBlobChecked(tx, id, isWhole));
}
