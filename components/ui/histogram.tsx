export interface HistogramBar {
  key: string;
  /** Under the bar, where there is room. */
  label: string;
  allowed: number;
  denied: number;
}

interface HistogramProps {
  bars: readonly HistogramBar[];
  label: string;
  /** A name under every n-th bar. */
  labelEvery?: number;
}

const height = 72;

/** Events by hour, the denied ones stacked on top. The counts stand in words above it. */
export function Histogram({ bars, label, labelEvery = 3 }: HistogramProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.allowed + bar.denied));
  const slot = 100 / Math.max(bars.length, 1);
  const tall = (count: number) => (count === 0 ? 0 : Math.max(1.5, (count / most) * (height - 4)));
  return (
    <svg role="img" aria-label={label} width="100%" height={height + 28}>
      {[0, 0.5, 1].map((part) => (
        <line
          key={part}
          x1="0"
          x2="100%"
          y1={part * height + 0.5}
          y2={part * height + 0.5}
          className="stroke-border"
        />
      ))}
      {bars.map((bar, index) => {
        const allowed = tall(bar.allowed);
        const denied = tall(bar.denied);
        const at = { x: `${index * slot + slot * 0.15}%`, width: `${slot * 0.7}%` };
        const tone = index === bars.length - 1 ? 'fill-primary' : 'fill-control';
        return (
          <g key={bar.key}>
            <rect {...at} y={height - allowed} height={allowed} className={tone} />
            <rect
              {...at}
              y={height - allowed - denied - (denied ? 1 : 0)}
              height={denied}
              className="fill-danger"
            />
            {index % labelEvery === 0 && (
              <text x={at.x} y={height + 22} className="fill-muted text-xs">
                {bar.label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
