interface Span {
  starts: string;
  ends: string;
  break_starts: string | null;
  break_ends: string | null;
}

const first = 6 * 60;
const last = 22 * 60;

/** How far into the shown part of a day a time is, in percent. */
function placeOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (Math.min(Math.max(hours * 60 + minutes, first), last) - first) / ((last - first) / 100);
}

/** A day from 6 to 22 as a bar. Its words stand beside it, so it is a picture only. */
export function DayBar({ spans }: { spans: readonly Span[] }) {
  const parts = spans.flatMap(({ starts, ends, break_starts, break_ends }) =>
    break_starts && break_ends
      ? [
          [starts, break_starts],
          [break_ends, ends],
        ]
      : [[starts, ends]],
  );
  return (
    <svg aria-hidden="true" width="100%" height="10" className="mt-1 mb-1">
      <rect x="0" y="2" width="100%" height="6" rx="3" className="fill-sunken stroke-border" />
      {parts.map(([from = '', until = '']) => (
        <rect
          key={from}
          x={`${placeOf(from)}%`}
          y="1"
          width={`${placeOf(until) - placeOf(from)}%`}
          height="8"
          rx="2"
          className="fill-primary"
        />
      ))}
    </svg>
  );
}
