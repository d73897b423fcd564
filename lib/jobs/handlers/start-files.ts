import type { Clock } from '#lib/platform/clock';
import { outside } from '#lib/storage/stores';
import { repeat } from '../repeat';
import { checkFileOnce, moveFileOnce } from './keep-files';
import { scanFilesOnce } from './scan-files';

const secondMilliseconds = 1000;
const minuteMilliseconds = 60_000;

/** Looks after files: what was sent is scanned within seconds, then it may move, and is looked at again every week. */
export function startFiles(clock: Clock): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const { scanner, objects } = outside();
  const working = Promise.all([
    repeat('check_failed', () => checkFileOnce(clock), minuteMilliseconds, signal),
    scanner && repeat('scan_failed', () => scanFilesOnce(scanner, clock), secondMilliseconds, signal),
    objects && repeat('move_failed', () => moveFileOnce(objects, clock), minuteMilliseconds, signal),
  ]);
  return async () => {
    stopping.abort();
    await working;
  };
}
