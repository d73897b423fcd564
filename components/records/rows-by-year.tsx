import type { ReactNode } from 'react';

interface RowsByYearProps<Row> {
  /** Newest first. */
  rows: readonly Row[];
  render: (row: Row) => ReactNode;
  heading?: 'h2' | 'h3';
}

/**
 * Records under the year in which they happened. What is far out of sight is not laid out: a chart may have thousands of
 * rows.
 */
export function RowsByYear<Row extends { id: string; year: string }>({
  rows,
  render,
  heading: Heading = 'h2',
}: RowsByYearProps<Row>) {
  const years = new Map<string, Row[]>();
  for (const row of rows) {
    const same = years.get(row.year);
    if (same) same.push(row);
    else years.set(row.year, [row]);
  }
  return (
    <ol className="flex flex-col gap-8 dense:gap-5">
      {[...years].map(([year, items]) => (
        <li key={year}>
          <Heading className="mb-3 text-xl tabular-nums dense:mb-2 dense:text-base">{year}</Heading>
          <ol className="card-edge divide-y divide-border overflow-hidden rounded-card border border-border/60 bg-surface shadow-card">
            {items.map((row) => (
              <li key={row.id} className="[contain-intrinsic-block-size:auto_4rem] [content-visibility:auto]">
                {render(row)}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
