import type { ReactNode } from 'react';
import { YearCards } from './year-cards';

interface RowsByYearProps<Row> {
  /** Newest first. */
  rows: readonly Row[];
  render: (row: Row) => ReactNode;
  heading?: 'h2' | 'h3';
}

/** A page of records under the year in which they happened. What is far out of sight is not laid out. */
export function RowsByYear<Row extends { id: string; year: string }>({
  rows,
  render,
  heading,
}: RowsByYearProps<Row>) {
  return (
    <YearCards
      rows={rows}
      heading={heading ?? 'h2'}
      render={({ rows: inYear }) => (
        <ol className="divide-y divide-border">
          {inYear.map((row) => (
            <li key={row.id} className="[contain-intrinsic-block-size:auto_4rem] [content-visibility:auto]">
              {render(row)}
            </li>
          ))}
        </ol>
      )}
    />
  );
}
