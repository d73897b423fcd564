import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Statement, Tx } from './client';

type Row<T extends PgTable> = T['$inferInsert'];

/** The given fields in the table's order, so that the same shape is the same prepared statement. */
function present<T extends PgTable>(table: T, row: Partial<Row<T>>): Record<string, string> {
  const given = row as Record<string, unknown>;
  const names = Object.keys(getTableColumns(table)).filter((name) => given[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, given[name]])) as Record<string, string>;
}

/** Adds one row. Typed by the schema, so that a sealed column takes nothing but its own ciphertext. */
export function insertRow<T extends PgTable>(tx: Tx, table: T, row: Row<T>): Statement {
  const name: string = getTableName(table);
  return tx`insert into ${tx(name)} ${tx(present(table, row))}`;
}

/** Changes the given columns of the row with that primary key. Returns whether the actor could reach one. */
export async function updateRow<T extends PgTable>(
  tx: Tx,
  table: T,
  key: Partial<Row<T>>,
  patch: Partial<Row<T>>,
): Promise<boolean> {
  const name: string = getTableName(table);
  const [[column, value]] = Object.entries(present(table, key)) as [[string, string]];
  const { count } = await tx`
    update ${tx(name)} set ${tx(present(table, patch))} where ${tx(column)} = ${value}`;
  return count === 1;
}

/**
 * Adds many rows of one shape in one statement. What a unique or exclusion constraint already holds is left out.
 * Returns the ids of those that were new.
 */
export async function insertNewRows<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly Row<T>[],
): Promise<Set<unknown>> {
  if (rows.length === 0) return new Set();
  const name: string = getTableName(table);
  const added = await tx<{ id: string }[]>`
    insert into ${tx(name)} ${tx(rows.map((row) => present(table, row)))} on conflict do nothing returning id`;
  return new Set(added.map(({ id }) => id));
}
