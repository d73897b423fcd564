import type { ReactNode } from 'react';

/** The records of one year. */
export interface YearRows<Row> {
  year: string;
  /** How many rows stand above this year. */
  above: number;
  rows: readonly Row[];
}

interface YearCardsProps<Row> {
  /** Newest first. */
  rows: readonly Row[];
  /** The lists of one year. */
  render: (year: YearRows<Row>) => ReactNode;
  heading?: 'h2' | 'h3';
}

/** Records under the year in which they happened. */
export function YearCards<Row extends { year: string }>({
  rows,
  render,
  heading: Heading = 'h2',
}: YearCardsProps<Row>) {
  return (
    <ol className="flex flex-col gap-8 dense:gap-5">
      {inYears(rows).map((year) => (
        <li key={year.year}>
          <Heading className="mb-3 text-xl tabular-nums dense:mb-2 dense:text-base">{year.year}</Heading>
          <div className="card-edge divide-y divide-border overflow-hidden rounded-card border border-border/60 bg-surface shadow-card">
            {render(year)}
          </div>
        </li>
      ))}
    </ol>
  );
}

function inYears<Row extends { year: string }>(rows: readonly Row[]): YearRows<Row>[] {
  const years = new Map<string, Row[]>();
  for (const row of rows) {
    const same = years.get(row.year);
    if (same) same.push(row);
    else years.set(row.year, [row]);
  }
  // Counted as they are shown: rows without a date may stand between those of a year.
  let above = 0;
  return [...years].map(([year, ofYear]) => {
    above += ofYear.length;
    return { year, above: above - ofYear.length, rows: ofYear };
  });
}
