/** A day of the grid, and where it stands on the screen. */
export interface Column {
  readonly date: string;
  readonly box: { left: number; right: number; top: number; height: number };
}

/** The hours that the grid shows. */
export interface ShownHours {
  readonly first: number;
  readonly last: number;
}

export interface Place {
  readonly column: Column;
  readonly date: string;
  /** 'HH:MM' by the clock of the site. */
  readonly time: string;
  /** On the screen. */
  readonly top: number;
}

const step = 15;

/** The quarter of an hour to which something would drop whose upper edge is held there; none beside the days. */
export function dropPlace(
  columns: readonly Column[],
  { first, last }: ShownHours,
  { x, y }: { x: number; y: number },
): Place | null {
  const column = columns.find(({ box }) => x >= box.left && x < box.right);
  if (!column) return null;
  const { top, height } = column.box;
  const pixels = height / ((last - first) * 60);
  const wished = Math.round((y - top) / pixels / step) * step;
  const minute = Math.min(Math.max(wished, 0), (last - first) * 60 - step);
  const clock = first * 60 + minute;
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    column,
    date: column.date,
    time: `${two(Math.floor(clock / 60))}:${two(clock % 60)}`,
    top: top + minute * pixels,
  };
}
