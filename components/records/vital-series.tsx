import { valueCounts } from '#lib/domain/counting-value';
import type { RecordView } from './record';

export type VitalRecord = Extract<RecordView, { record_type: 'vital_sign' }>;

interface Point {
  /** ISO date or moment, with the precision that was recorded. */
  at: string;
  /** One value; or of a blood pressure the upper and the lower. */
  values: readonly number[];
}

export interface VitalSeries {
  key: string;
  title: string;
  /** Newest first. */
  records: readonly VitalRecord[];
  /** Oldest first: what can be drawn. A bound such as `<5` is no point, and neither is a value without a day. */
  points: readonly Point[];
}

const isPressure = ({ content }: VitalRecord) =>
  content.systolic !== undefined && content.diastolic !== undefined;

/** Only the same measurement in the same unit is one line. */
const keyOf = (record: VitalRecord) => {
  const { code, code_system, text, unit } = record.content;
  return JSON.stringify([
    code ? [code_system, code] : text.toLowerCase(),
    isPressure(record) ? 'pair' : (unit ?? null),
  ]);
};

function pointOf(record: VitalRecord): Point[] {
  const { occurred_at: at, content } = record;
  const written = isPressure(record) ? [content.systolic, content.diastolic] : [content.value];
  const values = written.map((value) => (value === undefined || value === '' ? Number.NaN : Number(value)));
  const isDrawn = at !== null && at.length >= 'YYYY-MM-DD'.length && !content.comparator;
  return isDrawn && values.every(Number.isFinite) ? [{ at, values }] : [];
}

/** The measurements by what was measured, in the order of the newest. */
export function vitalSeries(records: readonly VitalRecord[]): VitalSeries[] {
  const groups = new Map<string, VitalRecord[]>();
  for (const record of records.filter(valueCounts)) {
    const key = keyOf(record);
    const same = groups.get(key);
    if (same) same.push(record);
    else groups.set(key, [record]);
  }
  return [...groups].map(([key, same]) => ({
    key,
    title: same[0]?.title ?? '',
    records: same,
    points: same.flatMap(pointOf).reverse(),
  }));
}
