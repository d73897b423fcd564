interface SparklineProps {
  /** Oldest first. */
  values: readonly number[];
  /** A limit drawn as a dashed line. */
  limit?: number;
  label: string;
}

const width = 320;
const height = 56;
const edge = 6;

/** A small trend. The numbers stand in a table or sentence beside it. */
export function Sparkline({ values, limit, label }: SparklineProps) {
  if (values.length < 2) return null;
  const all = limit === undefined ? values : [...values, limit];
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const x = (index: number) => edge + (index / (values.length - 1)) * (width - 2 * edge);
  const y = (value: number) => height - edge - ((value - low) / span) * (height - 2 * edge);
  const line = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const last = values.at(-1) ?? low;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className="h-14 w-full max-w-md">
      {limit !== undefined && (
        <line
          x1="0"
          x2={width}
          y1={y(limit)}
          y2={y(limit)}
          strokeDasharray="4 3"
          className="stroke-control"
        />
      )}
      <polyline points={line} fill="none" strokeWidth="2" strokeLinejoin="round" className="stroke-primary" />
      <circle cx={x(values.length - 1)} cy={y(last)} r="4" className="fill-primary" />
    </svg>
  );
}
