import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { newFolder, removeFolder, start } from './started';

const folder = newFolder();
const disk = path.dirname(folder);

function isMounted(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=0711', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const mounted = isMounted();
if (!mounted) process.stderr.write('The test of a full disk is left out: only root may mount a small one.\n');

afterEach(() => {
  if (mounted) execFileSync('umount', [disk]);
  removeFolder(folder);
});

it.skipIf(!mounted)('a full disk ends the start with its sentence and exit code 1', async () => {
  const full = await start({ MEDISECURE_DATA_DIR: folder });
  expect(await full.ended).toBe(1);
  expect(full.output()).toContain(
    `The disk that holds ${folder} is full: free some space there and start again.\n`,
  );
  expect(full.output()).not.toMatch(/^\{/m);
});
