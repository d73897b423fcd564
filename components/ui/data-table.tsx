import type { ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Where the cell stands when rows are stacked on a phone. */
  phone?: 'lead' | 'aside' | 'line' | 'lineEnd' | 'body' | 'hidden';
  className?: string;
}

interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  toneOf?: (row: Row) => 'plain' | 'danger' | 'current';
}

const places = {
  lead: 'max-md:col-start-1 max-md:self-center max-md:pb-0',
  aside:
    'max-md:col-start-2 max-md:row-start-1 max-md:self-center max-md:justify-self-end max-md:ps-2 max-md:pb-0',
  body: 'max-md:col-start-1 max-md:col-end-3 max-md:pt-0',
  line: 'max-md:col-start-1 max-md:row-start-2 max-md:pt-0',
  lineEnd: 'max-md:col-start-2 max-md:row-start-2 max-md:justify-self-end max-md:ps-2 max-md:pt-0',
  hidden: 'max-md:hidden',
} as const;
const tones = {
  plain: 'hover:bg-sunken/60',
  danger: 'bg-danger-row',
  current: 'bg-primary-soft/60 border-s-4 border-s-primary',
} as const;

/** Repeated on the elements that have them, because `display` would take them away in some browsers. */
const role = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;

/**
 * A real table; on phones the same rows become cards of two columns.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, toneOf }: DataTableProps<Row>) {
  return (
    <table {...role.table} className="block w-full border-collapse text-start md:table">
      <caption className="sr-only">{caption}</caption>
      <thead {...role.rowgroup} className="max-md:sr-only">
        <tr {...role.row} className="border-b border-border">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              {...role.columnheader}
              className="px-4 py-2 text-start text-sm font-semibold text-muted dense:text-xs"
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...role.rowgroup} className="block divide-y divide-border md:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            {...role.row}
            className={`grid grid-cols-[minmax(0,1fr)_auto] py-2 md:table-row ${tones[toneOf?.(row) ?? 'plain']}`}
          >
            {columns.map((column) => (
              <td
                key={column.key}
                {...role.cell}
                className={`px-4 py-0.5 align-middle tabular-nums wrap-break-word md:py-2.5 dense:md:py-1.5 ${places[column.phone ?? 'body']} ${column.className ?? ''}`.trimEnd()}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
