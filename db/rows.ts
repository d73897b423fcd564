import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from './client';

type Row<T extends PgTable> = T['$inferInsert'];

/** The given fields in the table's order, so that the same shape is the same prepared statement. */
function present<T extends PgTable>(table: T, row: Partial<Row<T>>): Record<string, never> {
  const given = row as Record<string, unknown>;
  const names = Object.keys(getTableColumns(table)).filter((name) => given[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, given[name]])) as Record<string, never>;
}

/** Adds one row. Typed by the schema, so that a sealed column takes nothing but its own ciphertext. */
export async function insertRow<T extends PgTable>(tx: Tx, table: T, row: Row<T>): Promise<void> {
  await tx`insert into ${tx(getTableName(table))} ${tx(present(table, row))}`;
}

/** Changes the given columns of the row with that primary key. Returns whether the actor could reach one. */
export async function updateRow<T extends PgTable>(
  tx: Tx,
  table: T,
  key: Partial<Row<T>>,
  patch: Partial<Row<T>>,
): Promise<boolean> {
  const [[column, value]] = Object.entries(present(table, key)) as [[string, never]];
  const { count } = await tx`
    update ${tx(getTableName(table))} set ${tx(present(table, patch))} where ${tx(column)} = ${value}`;
  return count === 1;
}
