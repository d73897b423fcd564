import { asRole } from './as-role';

/** Every row of every table as text: what somebody reads who has the database and no key. */
export function plainTextOf(superuserUrl: string): Promise<string> {
  return asRole(superuserUrl, async (sql) => {
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`;
    const dumps = tables.map(({ name }) => sql.unsafe(`select t::text as line from ${name} t`));
    const rows = (await Promise.all(dumps)).flat();
    return rows.map(({ line }) => line).join('\n');
  });
}
