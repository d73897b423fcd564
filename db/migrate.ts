import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { connectionOptions } from './connection';
import { roles } from './roles';

/** Any constant number: it names the one lock that every starting process waits for. */
const MIGRATION_LOCK = 7_241_977;

/** A connection of its own, never the shared pool: drizzle() replaces the date codecs of the client it is given. */
function dedicated(url: string) {
  const options = connectionOptions(url);
  const { ssl, onnotice, connect_timeout } = options;
  const connection = { ...options.connection, statement_timeout: 0, lock_timeout: 10_000 };
  return postgres(url, { ssl, onnotice, connect_timeout, connection, max: 1 });
}

async function withConnection<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = dedicated(url);
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export interface BootstrapOptions {
  database: string;
  ownerPassword: string;
  loginPassword: string;
}

/** Makes database and roles on a cluster that is ours alone, as `db/bootstrap.sql` does for an operator. */
export async function bootstrap(superuserUrl: string, options: BootstrapOptions): Promise<void> {
  const inside = new URL(superuserUrl);
  inside.pathname = `/${options.database}`;
  await withConnection(superuserUrl, async (sql) => {
    const [found] = await sql`select from pg_database where datname = ${options.database}`;
    if (!found) await sql`create database ${sql(options.database)}`;
  });
  const script = await readFile(join(process.cwd(), 'db', 'bootstrap.sql'), 'utf8');
  await withConnection(inside.href, async (sql) => {
    await sql.unsafe(script);
    await setPassword(sql, roles.owner, options.ownerPassword);
    await setPassword(sql, roles.login, options.loginPassword);
  });
}

/** ALTER ROLE takes no parameters: the server quotes the password itself. */
async function setPassword(sql: postgres.Sql, role: string, password: string): Promise<void> {
  const [row] = await sql<{ statement: string }[]>`
    select format('alter role %I password %L', ${role}::text, ${password}::text) as statement`;
  if (row) await sql.unsafe(row.statement);
}

const migrationsFolder = () => join(process.cwd(), 'drizzle');

/** How many migrations the database has not seen. Readable by the login role. */
export function countPendingMigrations(url: string): Promise<number> {
  const known = readMigrationFiles({ migrationsFolder: migrationsFolder() });
  return withConnection(url, async (sql) => {
    const [table] = await sql<{ found: boolean }[]>`
      select to_regclass('drizzle.__drizzle_migrations') is not null as found`;
    if (!table?.found) return known.length;
    const [row] = await sql<{ last: string | null }[]>`
      select max(created_at)::text as last from drizzle.__drizzle_migrations`;
    return known.filter((migration) => migration.folderMillis > Number(row?.last ?? 0)).length;
  });
}

/** Brings the database to head. Processes that start together wait for each other. Run as the owner. */
export function migrate(ownerUrl: string, folder = migrationsFolder()): Promise<void> {
  return withConnection(ownerUrl, async (sql) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await runMigrations(drizzle(sql), { migrationsFolder: folder });
    await sql`grant usage on schema drizzle to ${sql(roles.login)}`;
    await sql`grant select on drizzle.__drizzle_migrations to ${sql(roles.login)}`;
    await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`;
  });
}

/**
 * Row-level security protects nothing from a role that stands above it.
 *
 * @throws Error with a sentence for the operator
 */
export async function assertPowerlessRole(url: string): Promise<void> {
  const [role] = await withConnection(
    url,
    (sql) => sql<{ name: string; above: boolean; owns: boolean }[]>`
      select current_user as name,
             exists (select from pg_roles r where (r.rolsuper or r.rolbypassrls or r.rolcreaterole)
                      and pg_has_role(current_user, r.oid, 'member')) as above,
             exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                      and pg_has_role(current_user, c.relowner, 'member')) as owns`,
  );
  if (role?.above || role?.owns) {
    throw new Error(
      `The role ${role.name} of DATABASE_URL is a superuser, an owner or may bypass row-level security: use ${roles.login} of db/bootstrap.sql.`,
    );
  }
}
