import type { BadgeTone } from '#components/ui/badge';
import { type RangeScale, rangeScale } from '#components/ui/range-scale';
import type { LabFlag, LabRecord } from './record';

interface LabReading {
  /** Null where neither the laboratory nor a range says anything. */
  key: LabFlag['key'] | null;
  tone: BadgeTone;
  /** Null where there is nothing to draw: words, no range, or a value known only by its bound. */
  scale: RangeScale | null;
}

// Whether a reaction or a change is good news depends on the test: those are neutral.
const tones: Record<LabFlag['key'], BadgeTone> = {
  in_range: 'ok',
  low: 'warn',
  high: 'warn',
  significantly_low: 'warn',
  significantly_high: 'warn',
  abnormal: 'warn',
  worse: 'warn',
  critical_low: 'danger',
  critical_high: 'danger',
  critical_abnormal: 'danger',
  off_scale_low: 'danger',
  off_scale_high: 'danger',
  positive: 'neutral',
  negative: 'neutral',
  indeterminate: 'neutral',
  detected: 'neutral',
  not_detected: 'neutral',
  susceptible: 'neutral',
  intermediate: 'neutral',
  resistant: 'neutral',
  better: 'neutral',
  changed_up: 'neutral',
  changed_down: 'neutral',
};

const finite = (value: string | number | undefined) => {
  const number = value === undefined || value === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
};

/** How a result is shown: the colour of its flag, which is decided with the record, and its place on the bar. */
export function readLab({ content, flag }: Pick<LabRecord, 'content' | 'flag'>): LabReading {
  const value = content.comparator ? null : finite(content.value);
  const [low, high] = [finite(content.reference_range?.low), finite(content.reference_range?.high)];
  return {
    key: flag?.key ?? null,
    tone: flag ? tones[flag.key] : 'neutral',
    scale: value === null ? null : rangeScale(value, { low, high }),
  };
}
