'use client';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { watchNearness } from './nearness';
import { YearCards } from './year-cards';

interface WindowedRowsProps<Row> {
  /** Newest first. */
  rows: readonly Row[];
  render: (row: Row) => ReactNode;
}

/** So many rows come and go together. */
const groupSize = 20;
/** Rows that are there before it is known which are near the window. */
const atFirst = 60;

/**
 * Records under the year in which they happened, of which only those near the window are in the page: a chart may have
 * ten thousand, and a page with all of them scrolls in jerks. A place as high as they are is kept for the others.
 */
export function WindowedRows<Row extends { id: string; year: string }>({
  rows,
  render,
}: WindowedRowsProps<Row>) {
  const [focusedFrom, setFocusedFrom] = useState<number | null>(null);
  return (
    <YearCards
      rows={rows}
      render={({ rows: inYear, above }) =>
        placesOfGroups(inYear.length).map((place) => (
          // By place and not by row: what stands in the window stays there while a filter changes what it shows.
          <RowGroup
            key={place}
            rows={inYear.slice(place, place + groupSize)}
            place={place}
            inYear={inYear.length}
            startsNear={above + place < atFirst}
            besideFocus={focusedFrom !== null && Math.abs(above + place - focusedFrom) <= groupSize}
            onFocus={() => setFocusedFrom(above + place)}
            render={render}
          />
        ))
      }
    />
  );
}

const placesOfGroups = (rows: number) =>
  Array.from({ length: Math.ceil(rows / groupSize) }, (_, group) => group * groupSize);

interface RowGroupProps<Row> extends WindowedRowsProps<Row> {
  /** Of its first row in the year, from 0. */
  place: number;
  inYear: number;
  startsNear: boolean;
  /** The focus is, or was last, in this group or in the one before or after it. */
  besideFocus: boolean;
  onFocus: () => void;
}

function RowGroup<Row extends { id: string }>(props: RowGroupProps<Row>) {
  const { rows, place, inYear, startsNear, besideFocus, onFocus, render } = props;
  const list = useRef<HTMLOListElement>(null);
  const [near, setNear] = useState(startsNear);
  const [rowHeight, setRowHeight] = useState('4rem');
  useEffect(() => {
    if (!list.current) return undefined;
    const { children } = list.current;
    return watchNearness(list.current, (isNear, height) => {
      if (children.length > 0) setRowHeight(`${height / children.length}px`);
      setNear(isNear);
    });
  }, []);
  // Whoever has moved to a row by keyboard goes on from it, wherever the wheel has turned the page meanwhile. Not ended by
  // a blur: on the way to the row before, it comes ahead of that row's focus.
  const shown = near || besideFocus;
  const height = shown ? '' : `calc(${rows.length} * ${rowHeight})`;
  useLayoutEffect(() => {
    // By script: the content policy drops style attributes.
    if (list.current) list.current.style.blockSize = height;
  }, [height]);
  return (
    <ol ref={list} onFocus={onFocus} className="divide-y divide-border">
      {shown &&
        rows.map((row, at) => (
          <li key={row.id} aria-posinset={place + at + 1} aria-setsize={inYear}>
            {render(row)}
          </li>
        ))}
    </ol>
  );
}
