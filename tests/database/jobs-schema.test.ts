import { readFileSync } from 'node:fs';
import PgBoss from 'pg-boss';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asRole } from '../harness/as-role';
import { createTestDatabase, type TestDatabase } from '../harness/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The words of a script, without what separates its statements. */
const words = (sql: string) =>
  sql
    .replaceAll('--> statement-breakpoint', '')
    .replace(/[\s;]+/g, ' ')
    .trim();

it('the migration makes the schema that the installed pg-boss asks for', () => {
  const plans = words(PgBoss.getConstructionPlans());
  const statements = plans.slice(plans.indexOf('CREATE SCHEMA'), plans.lastIndexOf('COMMIT')).trim();
  expect(words(readFileSync('drizzle/0003_jobs.sql', 'utf8'))).toContain(statements);
});

it('the login role works the queue and cannot change it', async () => {
  await asRole(database.loginUrl, async (sql) => {
    await sql`insert into pgboss.job (name) values ('mail')`;
    await sql`delete from pgboss.job`;
    await expect(sql`create table pgboss.mine (id int)`).rejects.toMatchObject({ code: '42501' });
    await expect(sql`select pgboss.create_queue('x', '{}')`).rejects.toMatchObject({ code: '42501' });
    await expect(sql`select pgboss.delete_queue('mail')`).rejects.toMatchObject({ code: '42501' });
  });
});
