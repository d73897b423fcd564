import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { livingOwner, takeOwnership } from '#lib/platform/owner-lock';
import { processBirth } from '#lib/platform/process-identity';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'owner-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(number: number, owner: { pid: number; birth: string | null }): void {
  const text = JSON.stringify({ ...owner, databasePort: 5555 });
  writeFileSync(path.join(folder, `owner.${number}.json`), text);
}

it('gives a free folder to whoever comes first, and tells the second who that is', () => {
  expect(takeOwnership(folder).taken).toBe(true);
  expect(takeOwnership(folder)).toMatchObject({ taken: false, owner: { pid: process.pid } });
});

it('says where the database of a living owner listens', () => {
  const lock = takeOwnership(folder);
  if (lock.taken) lock.publish(6543);
  expect(livingOwner(folder)?.databasePort).toBe(6543);
});

it('is free again once the owner has let go', () => {
  const lock = takeOwnership(folder);
  if (lock.taken) lock.release();
  expect(livingOwner(folder)).toBeNull();
  expect(takeOwnership(folder).taken).toBe(true);
});

it('passes from a dead owner to the next', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  write(7, { pid, birth: 'long ago' });
  expect(takeOwnership(folder).taken).toBe(true);
  expect(readdirSync(folder)).toEqual(['owner.8.json']);
});

it('does not take a recycled process number for the owner', () => {
  write(1, { pid: process.pid, birth: 'before a reboot' });
  expect(takeOwnership(folder).taken).toBe(true);
});

it('leaves a living owner alone, whatever its age', () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const pid = child.pid ?? 0;
  write(3, { pid, birth: processBirth(pid) });
  expect(takeOwnership(folder)).toMatchObject({ taken: false, owner: { pid } });
  child.kill('SIGKILL');
});

it('names exactly one of many heirs', async () => {
  write(1, { pid: 1, birth: 'dead' });
  const script = `
    const { takeOwnership } = await import('./lib/platform/owner-lock.ts');
    process.stdout.write(String(takeOwnership(process.argv[1]).taken));
    setTimeout(() => {}, 2000);`;
  const heirs = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, folder]),
  );
  const answers = await Promise.all(
    heirs.map(
      (heir) => new Promise<string>((resolve) => heir.stdout.once('data', (text) => resolve(String(text)))),
    ),
  );
  for (const heir of heirs) heir.kill('SIGKILL');
  expect(answers.filter((answer) => answer === 'true')).toHaveLength(1);
}, 30_000);
