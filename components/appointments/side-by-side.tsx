/** Which of how many columns something has, that shares its time with others. */
export interface Place {
  column: number;
  columns: number;
}

interface Span {
  from: number;
  until: number;
}

/** More columns than this are too narrow to be read or pressed: what comes after them lies over the last. */
const mostColumns = 4;

/** Those that overlap, one way or another, stand in columns beside each other; each in the first that is free again. */
export function sideBySide(spans: readonly Span[]): Place[] {
  const places: Place[] = spans.map(() => ({ column: 0, columns: 1 }));
  const inOrder = [...spans.keys()].sort((a, b) => fromOf(spans, a) - fromOf(spans, b));
  let together: number[] = [];
  let ends: number[] = [];
  for (const index of inOrder) {
    const { from, until } = spans[index] as Span;
    if (ends.every((end) => end <= from)) [together, ends] = [[], []];
    const free = ends.findIndex((end) => end <= from);
    const column = Math.min(free < 0 ? ends.length : free, mostColumns - 1);
    ends[column] = Math.max(until, ends[column] ?? 0);
    together.push(index);
    places[index] = { column, columns: 1 };
    for (const each of together) places[each] = { ...(places[each] as Place), columns: ends.length };
  }
  return places;
}

const fromOf = (spans: readonly Span[], index: number): number => spans[index]?.from ?? 0;
