import type { ReactNode } from 'react';

export interface Description {
  term: string;
  /** Null is said aloud ("Not recorded"), never left blank. */
  value: ReactNode | null;
}

interface DescriptionListProps {
  items: readonly Description[];
  /** What stands for a missing value. */
  missing: string;
  columns?: 1 | 2;
}

export function DescriptionList({ items, missing, columns = 1 }: DescriptionListProps) {
  return (
    <dl className={`grid gap-x-8 gap-y-4 dense:gap-y-3 ${columns === 2 ? 'sm:grid-cols-2' : ''}`}>
      {items.map(({ term, value }) => (
        <div key={term} className="min-w-0">
          <dt className="text-sm text-muted dense:text-xs">{term}</dt>
          <dd className="font-medium wrap-break-word">
            {value ?? <span className="font-normal text-muted">{missing}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
