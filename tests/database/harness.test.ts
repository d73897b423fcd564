import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../harness/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function ask(url: string, statement: string): Promise<string> {
  const sql = postgres(url, { max: 1 });
  try {
    const rows = await sql.unsafe(statement);
    return JSON.stringify(rows);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await sql.end();
  }
}

it('copies the migrated template, and its login role can do nothing by itself', async () => {
  expect(await ask(database.superuserUrl, 'select count(*)::int as users from users')).toBe('[{"users":0}]');
  expect(await ask(database.loginUrl, 'select * from users')).toMatch(/permission denied/);
  expect(await ask(database.ownerUrl, 'create table owners_may (id int)')).toBe('[]');
});
