/** Half open, in milliseconds since 1970. */
export interface Span {
  readonly starts: number;
  readonly ends: number;
}

/** Time that is taken: in order, and nothing of it twice. */
export type TakenTime = readonly Span[];

/** Puts overlapping spans together. */
export function takenTime(spans: readonly Span[]): TakenTime {
  const merged: { starts: number; ends: number }[] = [];
  for (const { starts, ends } of [...spans].sort((a, b) => a.starts - b.starts)) {
    const last = merged.at(-1);
    if (last && starts <= last.ends) last.ends = Math.max(last.ends, ends);
    else merged.push({ starts, ends });
  }
  return merged;
}

/** Whether nothing of that time is taken. */
export function isFree(taken: TakenTime, starts: number, ends: number): boolean {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((taken[middle]?.ends ?? 0) <= starts) low = middle + 1;
    else high = middle;
  }
  return (taken[low]?.starts ?? Number.POSITIVE_INFINITY) >= ends;
}
