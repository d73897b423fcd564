import type { BadgeTone } from './badge';
import type { RangeScale } from './range-scale';

interface RangeBarProps {
  scale: RangeScale;
  tone: BadgeTone;
  /** The whole drawing in one sentence. */
  label: string;
  /** The printed form of each limit. */
  tickLabel: (value: number) => string;
}

const points: Partial<Record<BadgeTone, string>> = {
  ok: 'fill-ok',
  warn: 'fill-warn',
  danger: 'fill-danger',
};

/** Target band, its limits with their numbers, and the point. Positions are SVG attributes: no style is needed. */
export function RangeBar({ scale, tone, label, tickLabel }: RangeBarProps) {
  const { band, ticks, point } = scale;
  return (
    <svg role="img" aria-label={label} width="100%" height="44" className="overflow-visible">
      <rect x="0" y="10" width="100%" height="8" rx="4" className="fill-sunken stroke-border" />
      <rect
        x={`${band.from}%`}
        y="10"
        width={`${band.to - band.from}%`}
        height="8"
        rx="4"
        className="fill-ok-band"
      />
      {ticks.map((tick) => (
        <g key={tick.value}>
          <line x1={`${tick.at}%`} x2={`${tick.at}%`} y1="6" y2="22" strokeWidth="2" className="stroke-ok" />
          <text x={`${tick.at}%`} y="38" textAnchor="middle" className="fill-muted text-sm">
            {tickLabel(tick.value)}
          </text>
        </g>
      ))}
      <circle
        cx={`${point}%`}
        cy="14"
        r="9"
        strokeWidth="2"
        className={`${points[tone] ?? 'fill-muted'} stroke-surface`}
      />
    </svg>
  );
}
