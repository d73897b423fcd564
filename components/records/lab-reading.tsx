import type { BadgeTone } from '#components/ui/badge';
import { type RangeScale, rangeScale } from '#components/ui/range-scale';
import type { LabResultView } from './record';

/** Keys of `records.reading`. */
type ReadingKey =
  | 'inRange'
  | 'high'
  | 'low'
  | 'veryHigh'
  | 'veryLow'
  | 'unusual'
  | 'positive'
  | 'negative'
  | 'unclear';

export interface LabReading {
  /** Null where neither the laboratory nor a range says anything. */
  key: ReadingKey | null;
  tone: BadgeTone;
  /** Null where there is nothing to draw: words, no range, or a value known only by its bound. */
  scale: RangeScale | null;
}

const byCode: Record<string, ReadingKey> = {
  N: 'inRange',
  L: 'low',
  LU: 'low',
  H: 'high',
  HU: 'high',
  LL: 'veryLow',
  '<': 'veryLow',
  HH: 'veryHigh',
  '>': 'veryHigh',
  A: 'unusual',
  AA: 'unusual',
  POS: 'positive',
  DET: 'positive',
  RR: 'positive',
  WR: 'positive',
  NEG: 'negative',
  ND: 'negative',
  NR: 'negative',
  IND: 'unclear',
  E: 'unclear',
};

const tones: Record<ReadingKey, BadgeTone> = {
  inRange: 'ok',
  high: 'warn',
  low: 'warn',
  unusual: 'warn',
  veryHigh: 'danger',
  veryLow: 'danger',
  // Whether it is good news depends on the test.
  positive: 'neutral',
  negative: 'neutral',
  unclear: 'neutral',
};

const finite = (value: string | number | undefined) => {
  const number = value === undefined || value === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
};

function compared(value: number | null, low: number | null, high: number | null): ReadingKey | null {
  if (value === null || (low === null && high === null)) return null;
  if (high !== null && value > high) return 'high';
  return low !== null && value < low ? 'low' : 'inRange';
}

/** What a result says: the laboratory's own interpretation first, the printed range where it gave none. */
export function readLab(content: LabResultView): LabReading {
  const value = content.comparator ? null : finite(content.value);
  const low = finite(content.reference_range?.low);
  const high = finite(content.reference_range?.high);
  const key = byCode[content.interpretation ?? ''] ?? compared(value, low, high);
  return {
    key,
    tone: key === null ? 'neutral' : tones[key],
    scale: value === null ? null : rangeScale(value, { low, high }),
  };
}
