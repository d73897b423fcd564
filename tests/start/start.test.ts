import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { livingOwner } from '#lib/platform/owner-lock';
import { newFolder, processesOf, ready, removeFolder, type Started, start } from './started';

const folder = newFolder();
let clinic: Started;

beforeAll(async () => {
  clinic = await ready(await start({ MEDISECURE_DATA_DIR: folder }));
});
afterAll(async () => {
  clinic.child.kill('SIGKILL');
  for (const pid of processesOf(folder)) kill(pid);
  await clinic.ended;
  removeFolder(folder);
});

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone already.
  }
}

const live = (port: number) => fetch(`http://localhost:${port}/health/ready`).then((answer) => answer.status);

describe('a running clinic', () => {
  it('says its address, answers, and keeps its secrets to its user', async () => {
    expect(clinic.output()).toContain(`MediSecure is ready: http://localhost:${clinic.port}\n`);
    expect(await live(clinic.port)).toBe(200);
    const page = await fetch(`http://localhost:${clinic.port}/`);
    expect(await page.text()).toMatch(/Demo/);
    expect(readFileSync(path.join(folder, 'postgres.log'), 'utf8')).not.toMatch(/STATEMENT|DETAIL/);
  });

  it('is not disturbed by a second start on its data, whatever the port', async () => {
    const ports: Record<string, string>[] = [{ PORT: String(clinic.port) }, {}];
    for (const environment of ports) {
      const second = await start({ MEDISECURE_DATA_DIR: folder, ...environment });
      expect(await second.ended).toBe(1);
      expect(second.output()).toMatch(/^MediSecure is already running \(process \d+\) on the data in .+\n$/);
    }
    expect(await live(clinic.port)).toBe(200);
    expect(livingOwner(folder)?.pid).toBe(clinic.child.pid);
  });

  it('keeps its port: another clinic says so and makes no folder', async () => {
    const other = newFolder();
    const second = await start({ MEDISECURE_DATA_DIR: other, PORT: String(clinic.port) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/^Port \d+ is in use: [^\n]+\n$/);
    expect(existsSync(other)).toBe(false);
    removeFolder(other);
  });
});

describe('a port', () => {
  it('that someone has on the other address of this machine counts as taken', async () => {
    const other = newFolder();
    const squatter = createServer();
    const port = await new Promise<number>((resolve) => {
      squatter.listen(0, '::1', () => {
        const address = squatter.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const second = await start({ MEDISECURE_DATA_DIR: other, PORT: String(port) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/^Port \d+ is in use/);
    squatter.close();
    removeFolder(other);
  });
});

describe('a wrong environment', () => {
  it('ends with its sentence and exit code 1', async () => {
    const lost = await start({ MEDISECURE_MODE: 'production' });
    expect(await lost.ended).toBe(1);
    expect(lost.output()).toMatch(/^Production needs DATABASE_URL/);
  });

  it('says so when the database does not answer', async () => {
    const away = await start({
      MEDISECURE_MODE: 'demo',
      DATABASE_URL: 'postgres://u:p@127.0.0.1:1/m',
      MEDISECURE_KEK_FILE: '/nowhere/kek',
      NEXTAUTH_SECRET: 'x'.repeat(32),
    });
    expect(await away.ended).toBe(1);
    expect(away.output()).toMatch(/does not answer \(ECONNREFUSED\)/);
  });
});

describe('after kill -9 in the middle of writes', () => {
  async function writeUntilKilled(): Promise<number> {
    const port = livingOwner(folder)?.databasePort;
    const password = readFileSync(path.join(folder, 'secrets/database-superuser'), 'utf8');
    const sql = postgres(`postgres://postgres:${password}@127.0.0.1:${port}/medisecure`, {
      max: 1,
      onnotice: () => {},
    });
    await sql`create table if not exists acknowledged (n int)`;
    await sql`truncate acknowledged`;
    let written = 0;
    try {
      for (;;) {
        await sql`insert into acknowledged values (${written + 1})`;
        written += 1;
      }
    } catch {
      await sql.end({ timeout: 1 }).catch(() => {});
      return written;
    }
  }

  async function countWritten(): Promise<number> {
    const port = livingOwner(folder)?.databasePort;
    const password = readFileSync(path.join(folder, 'secrets/database-superuser'), 'utf8');
    const sql = postgres(`postgres://postgres:${password}@127.0.0.1:${port}/medisecure`, {
      max: 1,
      onnotice: () => {},
    });
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from acknowledged`;
    await sql.end();
    return row?.count ?? 0;
  }

  it.each(['the process alone', 'everything'])(
    'of %s, the next start recovers and nothing acknowledged is lost',
    async (what) => {
      const writing = writeUntilKilled();
      await new Promise((resolve) => setTimeout(resolve, 500));
      clinic.child.kill('SIGKILL');
      await clinic.ended;
      if (what === 'everything') for (const pid of processesOf(folder)) kill(pid);
      // The orphan goes on serving until the next start has proven that its owner is dead.
      clinic = await ready(await start({ MEDISECURE_DATA_DIR: folder }));
      const written = await writing;
      expect(written).toBeGreaterThan(10);
      expect(await countWritten()).toBeGreaterThanOrEqual(written);
      expect(await live(clinic.port)).toBe(200);
    },
  );
});

describe('stopping', () => {
  it('ends every child, on Ctrl-C as on SIGTERM, with exit code 0', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      clinic.child.kill(signal);
      expect(await clinic.ended).toBe(0);
      expect(processesOf(folder)).toEqual([]);
      expect(livingOwner(folder)).toBeNull();
      clinic = await ready(await start({ MEDISECURE_DATA_DIR: folder }));
    }
  });

  it('follows the database when that dies, with a sentence', async () => {
    for (const pid of processesOf(folder)) kill(pid);
    expect(await clinic.ended).toBe(1);
    expect(clinic.output()).toMatch(/The database has stopped unexpectedly/);
  });
});
