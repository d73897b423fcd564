'use client';
import { useEffect, useRef } from 'react';
import type { FoundCode } from './use-code-search';

export const optionId = (listId: string, at: number) => `${listId}-${at}`;

interface CodeOptionsProps {
  id: string;
  label: string;
  items: readonly FoundCode[];
  /** Which one Enter takes; -1 for none. */
  active: number;
  pick: (item: FoundCode) => void;
  systems: Readonly<Record<string, string>>;
}

/** The codes under the field. The keyboard stays in the field, which says by `aria-activedescendant` where it is. */
export function CodeOptions({ id, label, items, active, pick, systems }: CodeOptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A block: what scrolling gives back, a promise in newer browsers, is no clean-up.
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      tabIndex={-1}
      className="overlay-in card-edge absolute inset-x-0 top-full z-40 mt-1 max-h-80 overflow-y-auto rounded-card border border-border bg-surface p-1 shadow-overlay"
    >
      {items.map((item, at) => (
        <div
          key={`${item.system} ${item.code}`}
          id={optionId(id, at)}
          role="option"
          aria-selected={at === active}
          tabIndex={-1}
          className="flex min-h-11 cursor-pointer flex-wrap items-center justify-between gap-x-4 rounded-field px-3 py-1.5 hover:bg-sunken aria-selected:bg-primary-soft aria-selected:text-primary-ink compact:min-h-8"
          // Before the field loses the focus, which closes the list.
          onMouseDown={(event) => {
            event.preventDefault();
            pick(item);
          }}
        >
          <span>
            {item.display}
            {item.synonym && <span className="text-muted"> ({item.synonym})</span>}
          </span>
          <span className="text-sm text-muted tabular-nums">
            {item.code} · {systems[item.system] ?? item.system}
          </span>
        </div>
      ))}
    </div>
  );
}
