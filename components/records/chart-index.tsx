'use client';
import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { type ChartFilter, filterIn, fits, textOf } from './chart-filter';
import type { IndexPage, IndexRow } from './index-row';
import { ListedRow } from './listed-row';
import { WindowedRows } from './windowed-rows';

interface ChartIndexProps {
  /** Fetches the chart in brief, page by page: the one after the record `before`. */
  load: (form: FormData) => Promise<IndexPage>;
  /** Each row's page is one below this. */
  base: string;
  /** With `{found}` and `{all}` to be filled in. */
  count: string;
  none: ReactNode;
  /** The forms that filter: they work without this leaf too. */
  controls: ReactNode;
  /** The list as it came from the server. */
  children: ReactNode;
}

/**
 * Filters a whole chart while somebody types. The server's list stands until the chart in brief is here, and stays where
 * that cannot be fetched.
 */
export function ChartIndex({ load, base, count, none, controls, children }: ChartIndexProps) {
  const root = useRef<HTMLDivElement>(null);
  const rows = useIndex(load);
  const [filter, setFilter] = useState<ChartFilter | null>(null);
  const read = () => root.current && setFilter(filterIn(root.current));
  const texts = useMemo(() => rows?.map(textOf) ?? [], [rows]);
  const found = useMemo(() => {
    const asked = filter ?? (root.current && filterIn(root.current));
    return asked ? rows?.filter((row, at) => fits(row, texts[at] ?? '', asked)) : rows;
  }, [rows, texts, filter]);
  return (
    <div ref={root} onInput={read} className="flex flex-col gap-4">
      {controls}
      <p role="status" className="text-muted tabular-nums empty:hidden">
        {found &&
          rows &&
          count.replace('{found}', String(found.length)).replace('{all}', String(rows.length))}
      </p>
      {!found && children}
      {found?.length === 0 && none}
      {found && found.length > 0 && (
        <WindowedRows rows={found} render={(row) => <Row row={row} base={base} />} />
      )}
    </div>
  );
}

/** Rows that stand already are left alone when others come and go. */
const Row = memo(function Row({ row, base }: { row: IndexRow; base: string }) {
  return <ListedRow row={row} href={`${base}/${encodeURIComponent(row.id)}`} />;
});

/** The whole chart, or null until it is here. */
function useIndex(load: ChartIndexProps['load']): readonly IndexRow[] | null {
  const [rows, setRows] = useState<readonly IndexRow[] | null>(null);
  const loader = useRef(load);
  useEffect(() => {
    let gone = false;
    const fetchAll = async () => {
      const all: IndexRow[] = [];
      for (let before: string | null = ''; before !== null; ) {
        const asked = new FormData();
        if (before) asked.set('before', before);
        const page: IndexPage = await loader.current(asked);
        all.push(...page.rows);
        before = page.next;
      }
      if (!gone) setRows(all);
    };
    // Without an answer the server's list does, and its links.
    fetchAll().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, []);
  return rows;
}
