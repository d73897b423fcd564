import type { BadgeTone } from '#components/ui/badge';
import type { TrendMark, TrendScale } from './trend-scale';

interface TrendChartProps {
  scale: TrendScale;
  /** The whole drawing in one sentence; its numbers stand in the table below. */
  label: string;
  /** By the index of the point. */
  toneOf: (index: number) => BadgeTone;
  /** Printed beside a mark: the newest value, and each that is only a bound. */
  wordsOf: (index: number) => string | null;
  tickLabel: (value: number) => string;
}

const points: Partial<Record<BadgeTone, string>> = {
  ok: 'fill-ok',
  warn: 'fill-warn',
  danger: 'fill-danger',
};
const edges: Partial<Record<BadgeTone, string>> = {
  ok: 'stroke-ok',
  warn: 'stroke-warn',
  danger: 'stroke-danger',
};

/** One test in one unit over time. Positions are SVG attributes: no style is needed. */
export function TrendChart({ scale, label, toneOf, wordsOf, tickLabel }: TrendChartProps) {
  const newest = scale.marks.at(-1);
  return (
    <svg role="img" aria-label={label} width="100%" height="190" className="overflow-visible">
      {scale.bands.map((band) => (
        <rect
          key={`${band.x} ${band.y}`}
          {...{ x: `${band.x}%`, y: `${band.y}%`, width: `${band.width}%`, height: `${band.height}%` }}
          className="fill-ok-soft"
        />
      ))}
      {scale.ticks.map(({ y, value }) => (
        <g key={value}>
          <line x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} className="stroke-border" />
          <text x="2" y={`${y}%`} dy="-4" className="fill-muted text-xs tabular-nums">
            {tickLabel(value)}
          </text>
        </g>
      ))}
      {scale.lines.map((line) => (
        <line
          key={`${line.x1} ${line.x2} ${line.y1}`}
          {...{ x1: `${line.x1}%`, y1: `${line.y1}%`, x2: `${line.x2}%`, y2: `${line.y2}%` }}
          strokeWidth="2"
          className="stroke-muted"
        />
      ))}
      {scale.marks.map((mark) => (
        <Mark
          key={mark.index}
          mark={mark}
          tone={toneOf(mark.index)}
          words={mark === newest || mark.kind !== 'exact' ? wordsOf(mark.index) : null}
        />
      ))}
    </svg>
  );
}

interface MarkProps {
  mark: TrendMark;
  tone: BadgeTone;
  words: string | null;
}

/** A value is a filled point. A bound is an open arrow from its limit to where the value lies. */
function Mark({ mark: { x, y, kind }, tone, words }: MarkProps) {
  return (
    <svg aria-hidden x={`${x}%`} y={`${y}%`} className="overflow-visible">
      {kind === 'exact' ? (
        <circle r="6" strokeWidth="2" className={`${points[tone] ?? 'fill-muted'} stroke-surface`} />
      ) : (
        <path
          d={
            kind === 'below'
              ? 'M-7,0 H7 M0,0 V16 M-5,10 L0,16 L5,10'
              : 'M-7,0 H7 M0,0 V-16 M-5,-10 L0,-16 L5,-10'
          }
          strokeWidth="2"
          className={`fill-none ${edges[tone] ?? 'stroke-muted'}`}
        />
      )}
      {words && (
        <text
          x={x > 80 ? -10 : 10}
          y={kind === 'below' ? 14 : -10}
          textAnchor={x > 80 ? 'end' : 'start'}
          className="fill-ink text-sm font-semibold tabular-nums"
        >
          {words}
        </text>
      )}
    </svg>
  );
}
