import { readFileSync, rmSync } from 'node:fs';
import { asRole } from './as-role';

/** Every table of every schema as COPY writes it: what somebody carries away who has the database and no key. */
export function dumpOf(superuserUrl: string): Promise<string> {
  return asRole(superuserUrl, async (sql) => {
    const tables = await sql<{ name: string; file: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name,
             current_setting('data_directory') || '/dump-' || gen_random_uuid() as file
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`;
    const parts: string[] = [];
    for (const { name, file } of tables) {
      await sql.unsafe(`copy ${name} to '${file}'`);
      parts.push(readFileSync(file, 'utf8'));
      rmSync(file);
    }
    return parts.join('');
  });
}
