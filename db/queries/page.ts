import type { Statement, Tx } from '../client';

export interface Window {
  readonly limit: number;
  readonly offset: number;
}

export interface Page<Row> {
  rows: Row[];
  total: number;
}

interface Listing {
  /** The table that is counted, with its alias. */
  readonly table: Statement;
  /** What each of its rows takes from others, by left or one-to-one joins: they change no count. */
  readonly joins: Statement;
  readonly columns: Statement;
  readonly where: Statement;
  readonly order: Statement;
}

/**
 * One page and how many rows there are, of one snapshot: a page past the end has no rows, and still its total. The
 * page is joined to the one row that holds the count, by a nested loop, so it keeps its order.
 */
export async function listPage<Row extends { id: string }>(
  tx: Tx,
  { table, joins, columns, where, order }: Listing,
  { limit, offset }: Window,
): Promise<Page<Row>> {
  const found = await tx<((Row | { id: null }) & { total: number })[]>`
    select n.total, page.*
      from (select count(*)::int as total from ${table} where ${where}) n
      left join lateral (
        select ${columns} from ${table} ${joins} where ${where}
         order by ${order} limit ${limit} offset ${offset}) page on true`;
  const rows = found.filter((row): row is Row & { total: number } => row.id !== null);
  return { rows, total: found[0]?.total ?? 0 };
}
