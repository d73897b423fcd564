import type { ReactNode } from 'react';

export interface TimelineGroup {
  key: string;
  title: string;
  items: readonly { key: string; content: ReactNode }[];
}

interface TimelineProps {
  groups: readonly TimelineGroup[];
  heading?: 'h2' | 'h3' | undefined;
}

/** Entries under the year or day they belong to, newest first. */
export function Timeline({ groups, heading: Heading = 'h2' }: TimelineProps) {
  return (
    <ol className="flex flex-col gap-8 dense:gap-5">
      {groups.map((group) => (
        <li key={group.key}>
          <Heading className="mb-3 text-xl tabular-nums dense:mb-2 dense:text-base">{group.title}</Heading>
          <ol className="card-edge divide-y divide-border overflow-hidden rounded-card border border-border/60 bg-surface shadow-card">
            {group.items.map((item) => (
              <li key={item.key}>{item.content}</li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
