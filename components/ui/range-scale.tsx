export interface Range {
  low: number | null;
  high: number | null;
}

export interface RangeScale {
  /** Percent along the bar, 0 to 100. */
  point: number;
  band: { from: number; to: number };
  ticks: readonly { at: number; value: number }[];
}

/** The drawn part of the number line: the range's limits stand near the middle, and the value never at the very edge. */
function domainOf(value: number, { low, high }: Range): [number, number] {
  const room =
    (low !== null && high !== null ? high - low : Math.abs(high ?? low ?? value)) || Math.abs(value) || 1;
  const side = low !== null && high !== null ? 0.5 : 0.8;
  const start =
    Math.min(low ?? (high ?? value) - room, value - room * 0.15) - (low === null ? 0 : room * side);
  const end = Math.max((high ?? low ?? value) + room * (high === null ? 1 : side), value + room * 0.15);
  const positive = value >= 0 && (low ?? 0) >= 0 && (high ?? 0) >= 0;
  return [positive ? Math.max(start, 0) : start, end];
}

/** Where value, target band and its limits stand on a bar; null when there is no range to draw. */
export function rangeScale(value: number, range: Range): RangeScale | null {
  const { low, high } = range;
  if (low === null && high === null) return null;
  if (low !== null && high !== null && low > high) return null;
  const [start, end] = domainOf(value, range);
  const at = (number: number) => Math.round(((number - start) / (end - start)) * 1000) / 10;
  const limits = [low, high].filter((limit) => limit !== null);
  return {
    point: at(value),
    band: { from: low === null ? 0 : at(low), to: high === null ? 100 : at(high) },
    ticks: limits.map((limit) => ({ at: at(limit), value: limit })),
  };
}
