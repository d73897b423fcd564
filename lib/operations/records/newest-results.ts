import { valueCounts } from '#lib/domain/counting-value';
import { seriesOf } from '#lib/domain/same-test';
import type { RecordView } from './record-view';

type LabResult = Extract<RecordView, { record_type: 'lab_result' }>;

export interface NewestResult {
  readonly record: LabResult;
  /** The same test in the same unit, the time before. */
  readonly previous: LabResult | null;
}

/** The newest result of each test, newest first, with the one before it. `results` come newest first. */
export function newestResults(results: readonly LabResult[], limit: number): NewestResult[] {
  const tests = new Map<string, LabResult[]>();
  for (const result of results.filter(valueCounts)) {
    const test = seriesOf(result.content);
    tests.set(test, [...(tests.get(test) ?? []), result]);
  }
  return [...tests.values()].slice(0, limit).flatMap(([record, previous = null]) => {
    return record ? [{ record, previous }] : [];
  });
}
