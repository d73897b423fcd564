import { readdirSync } from 'node:fs';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asRole } from '../harness/as-role';
import { createTestDatabase, type TestDatabase } from '../harness/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const folder = new URL('../../db/schema/', import.meta.url);

async function declaredTables() {
  const modules = await Promise.all(readdirSync(folder).map((file) => import(new URL(file, folder).href)));
  const tables = modules.flatMap((module) =>
    Object.values(module).filter((value) => value instanceof PgTable),
  );
  return tables.map((table) => getTableConfig(table as PgTable));
}

const nullness = (notNull: boolean) => (notNull ? 'not null' : 'null');

it('the migrated database has exactly the columns that the schema files declare', async () => {
  const declared = (await declaredTables()).flatMap(({ name, columns }) =>
    columns.map((column) => `${name}.${column.name} ${column.getSQLType()} ${nullness(column.notNull)}`),
  );
  const found = await asRole(
    database.ownerUrl,
    (sql) => sql`
      select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "notNull"
        from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
         and a.attnum > 0 and not a.attisdropped`,
  );
  const actual = found.map((row) => `${row.table}.${row.column} ${plain(row.type)} ${nullness(row.notNull)}`);
  expect(actual.sort()).toEqual(declared.map((line) => line).sort());
});

/** PostgreSQL writes `time without time zone` where Drizzle writes `time`. */
const plain = (type: string) => type.replace('time without time zone', 'time');

it('and exactly their indexes and foreign keys', async () => {
  const tables = await declaredTables();
  const declared = tables.flatMap(({ name, indexes, foreignKeys }) => [
    ...indexes.map((index) => `${name}: ${index.config.name}`),
    ...foreignKeys.map((key) => `${name}: ${key.getName()}`),
  ]);
  const found = await asRole(
    database.ownerUrl,
    (sql) => sql`
      select c.relname as table, i.relname as name from pg_index x
        join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       where c.relnamespace = 'public'::regnamespace and not c.relispartition and not x.indisprimary and not x.indisexclusion
      union all
      select conrelid::regclass::text, conname from pg_constraint
       where connamespace = 'public'::regnamespace and contype = 'f'`,
  );
  expect(found.map((row) => `${row.table}: ${row.name}`).sort()).toEqual(declared.sort());
});
