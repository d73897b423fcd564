import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { assertPowerlessRole, countPendingMigrations, migrate } from '#db/migrate';
import { asRole } from '../harness/as-role';
import { createTestDatabase, type TestDatabase } from '../harness/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const journal = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8')) as {
  entries: { tag: string; when: number }[];
};

it('a database at head has nothing pending, and five starts at once agree', async () => {
  expect(await countPendingMigrations(database.loginUrl)).toBe(0);
  await Promise.all(Array.from({ length: 5 }, () => migrate(database.ownerUrl)));
  const [row] = await asRole(
    database.ownerUrl,
    (sql) => sql`select count(*)::int as n from drizzle.__drizzle_migrations`,
  );
  expect(row?.n).toBe(journal.entries.length);
});

/** A database with roles and nothing else, for as long as `work` needs it. */
async function withEmptyDatabase(work: (ownerUrl: string) => Promise<void>) {
  const name = `empty_${crypto.randomUUID().replaceAll('-', '')}`;
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  await asRole(database.superuserUrl, (sql) => sql.unsafe(`create database ${name}`));
  await asRole(at(database.superuserUrl), (sql) => sql.unsafe(readFileSync('db/bootstrap.sql', 'utf8')));
  await work(at(database.ownerUrl));
  await asRole(database.superuserUrl, (sql) => sql.unsafe(`drop database ${name} with (force)`));
}

/** A copy of the migrations that a test may change. */
function copyOfMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), 'medisecure-migrations-'));
  cpSync('drizzle', folder, { recursive: true });
  return folder;
}

it('an empty database reaches head, each migration once, also when three starts meet', async () => {
  await withEmptyDatabase(async (ownerUrl) => {
    await Promise.all([migrate(ownerUrl), migrate(ownerUrl), migrate(ownerUrl)]);
    const [row] = await asRole(
      ownerUrl,
      (sql) => sql`select count(*)::int as n from drizzle.__drizzle_migrations`,
    );
    expect(row?.n).toBe(journal.entries.length);
  });
});

it('a database one migration behind is brought to head', async () => {
  const folder = copyOfMigrations();
  const behind = { ...journal, entries: journal.entries.slice(0, -1) };
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(behind));
  await withEmptyDatabase(async (ownerUrl) => {
    await migrate(ownerUrl, folder);
    expect(await countPendingMigrations(ownerUrl)).toBe(1);
    await migrate(ownerUrl);
    expect(await countPendingMigrations(ownerUrl)).toBe(0);
  });
  rmSync(folder, { recursive: true });
});

it('the schema files ask for no further migration', () => {
  const folder = copyOfMigrations();
  const out = relative(process.cwd(), folder);
  const args = ['generate', '--dialect', 'postgresql', '--schema', './db/schema/*.ts', '--out', out];
  const output = execFileSync('node_modules/.bin/drizzle-kit', args, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(output).toContain('No schema changes');
});

it('an owner, a superuser and the login role: only the last may serve', async () => {
  await expect(assertPowerlessRole(database.ownerUrl)).rejects.toThrow(/use medisecure_login/);
  await expect(assertPowerlessRole(database.superuserUrl)).rejects.toThrow(/use medisecure_login/);
  await expect(assertPowerlessRole(database.loginUrl)).resolves.toBeUndefined();
});
