export interface TrendPoint {
  /** Milliseconds. */
  readonly at: number;
  /** Null where there is no number: a word, or nothing. */
  readonly value: number | null;
  /** `<5` is somewhere below 5, and never 5. */
  readonly bound: 'below' | 'above' | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface TrendMark {
  /** Which point of the input it is. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly kind: 'exact' | 'below' | 'above';
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Everything in percent of the drawing, from its start and from its top. */
export interface TrendScale {
  readonly marks: readonly TrendMark[];
  readonly lines: readonly { x1: number; y1: number; x2: number; y2: number }[];
  /** Where the range that came with a result lay at that time. */
  readonly bands: readonly Box[];
  readonly ticks: readonly { y: number; value: number }[];
}

/** Room at the sides, so that a mark is never cut. */
const [side, edge] = [4, 10];

type Valued = TrendPoint & { readonly value: number; readonly index: number };

/** Where the results of one test in one unit stand, oldest first; null where no two of them have a number. */
export function trendScale(points: readonly TrendPoint[]): TrendScale | null {
  const valued = points.flatMap((point, index) =>
    point.value === null ? [] : [{ ...point, value: point.value, index }],
  );
  const domain = domainOf(valued);
  if (valued.length < 2 || !domain) return null;
  const [x, y] = [acrossOf(valued), upOf(domain)];
  const marks = valued.map(({ index, at, value, bound }) => ({
    ...{ index, x: x(at), y: y(value) },
    kind: bound ?? ('exact' as const),
  }));
  return { marks, lines: linesOf(marks), bands: bandsOf(valued, x, y), ticks: ticksOf(domain, y) };
}

/** The numbers that are drawn, with the limits of their ranges, and some air. */
function domainOf(points: readonly Valued[]): readonly [number, number] | null {
  const all = points.flatMap(({ value, low, high }) => [value, low, high].filter((each) => each !== null));
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const air = (most - least) * 0.05 || Math.abs(most) * 0.1 || 1;
  const domain = [least - air, most + air] as const;
  return Number.isFinite(domain[1] - domain[0]) && domain[1] > domain[0] ? domain : null;
}

const within = (percent: number) => Math.round(Math.min(100, Math.max(0, percent)) * 100) / 100;

function acrossOf(points: readonly Valued[]): (at: number) => number {
  const times = points.map(({ at }) => at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  return (at) => (last === first ? 50 : within(side + ((at - first) / (last - first)) * (100 - 2 * side)));
}

const upOf =
  ([least, most]: readonly [number, number]) =>
  (value: number) =>
    within(100 - edge - ((value - least) / (most - least)) * (100 - 2 * edge));

/** From one measured value to the next. What is known only by its bound interrupts the line. */
function linesOf(marks: readonly TrendMark[]) {
  return marks.flatMap((mark, at) => {
    const next = marks[at + 1];
    if (next?.kind !== 'exact' || mark.kind !== 'exact') return [];
    return [{ x1: mark.x, y1: mark.y, x2: next.x, y2: next.y }];
  });
}

/** Each from half-way to the result before until half-way to the next: a laboratory may change its range. */
function bandsOf(points: readonly Valued[], x: (at: number) => number, y: (value: number) => number): Box[] {
  const bands: Box[] = [];
  points.forEach(({ at, low, high }, index) => {
    if (low === null && high === null) return;
    const [before, after] = [points[index - 1], points[index + 1]];
    const start = before ? (x(before.at) + x(at)) / 2 : 0;
    const end = after ? (x(at) + x(after.at)) / 2 : 100;
    const [top, bottom] = [high === null ? 0 : y(high), low === null ? 100 : y(low)];
    const last = bands.at(-1);
    if (last && last.y === top && last.height === bottom - top && last.x + last.width === start)
      bands[bands.length - 1] = { ...last, width: end - last.x };
    else if (end > start && bottom > top)
      bands.push({ x: start, y: top, width: end - start, height: bottom - top });
  });
  return bands;
}

/** Round numbers, three to six of them. */
function ticksOf([least, most]: readonly [number, number], y: (value: number) => number) {
  const step = stepFor((most - least) / 4);
  const first = Math.ceil(least / step);
  const count = Math.floor(most / step) - first + 1;
  return Array.from({ length: Math.max(0, Math.min(count, 8)) }, (_, index) => {
    const value = Number(((first + index) * step).toPrecision(12));
    return { y: y(value), value };
  });
}

function stepFor(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((each) => each * power >= least) ?? 10) * power;
}
