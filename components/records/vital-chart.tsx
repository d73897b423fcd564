import { useTranslations } from 'next-intl';
import type { Formatter } from '#lib/i18n/format';
import { recordDate } from './record-date';
import type { VitalSeries } from './vital-series';

interface VitalChartProps {
  series: VitalSeries;
  format: Formatter;
}

const [width, height, inset] = [600, 150, 8];

/** Values over time, drawn on the server; the table below it says the same. A pressure is a pair of lines. */
export function VitalChart({ series: { title, points }, format }: VitalChartProps) {
  const t = useTranslations('records.chart');
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const all = points.flatMap(({ values }) => values);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const place = placer({ from: millisecondsOf(first.at), until: millisecondsOf(last.at), low, high });
  const lines = first.values.map((_, line) =>
    points.map(({ at, values }) => place(millisecondsOf(at), values[line] ?? 0)),
  );
  const said = { from: recordDate(first.at, format), until: recordDate(last.at, format) };
  const [lowest, highest] = [format.measured(low), format.measured(high)];
  return (
    <figure className="flex flex-col gap-1 text-xs text-muted tabular-nums">
      <span aria-hidden>{highest}</span>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('label', { name: title, count: points.length, lowest, highest, ...said })}
        className="h-36 w-full border-y border-border"
      >
        {lines.map((line, at) => (
          <polyline
            key={line[0]?.y ?? at}
            points={line.map(({ x, y }) => `${x},${y}`).join(' ')}
            vectorEffect="non-scaling-stroke"
            className={`fill-none stroke-2 ${at === 0 ? 'stroke-primary' : 'stroke-control'}`}
          />
        ))}
      </svg>
      <span aria-hidden>{lowest}</span>
      <span aria-hidden className="flex justify-between">
        <span>{said.from}</span>
        <span>{said.until}</span>
      </span>
    </figure>
  );
}

/** For the place on a line only; the date itself is shown as it was written. */
const millisecondsOf = (at: string) => Date.parse(at);

interface Bounds {
  from: number;
  until: number;
  low: number;
  high: number;
}

function placer({ from, until, low, high }: Bounds) {
  const share = (value: number, start: number, end: number) =>
    start === end ? 0.5 : (value - start) / (end - start);
  return (time: number, value: number) => ({
    x: Math.round(inset + share(time, from, until) * (width - 2 * inset)),
    y: Math.round(height - inset - share(value, low, high) * (height - 2 * inset)),
  });
}
