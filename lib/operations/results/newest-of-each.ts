import { valueCounts } from '#lib/domain/counting-value';
import { seriesOf } from '#lib/domain/same-test';
import type { RecordView } from '../records/record-view';

export type LabResult = Extract<RecordView, { record_type: 'lab_result' }>;

export interface TestNow {
  readonly record: LabResult;
  /** The same test in the same unit, the time before. */
  readonly previous: LabResult | null;
  /** Since when the results of that test have had the flag of the newest: of the first in an unbroken row. */
  readonly since: string | null;
  readonly count: number;
}

/** The newest result of each test, newest first. `results` come newest first. */
export function newestOfEach(results: readonly LabResult[]): TestNow[] {
  const tests = new Map<string, LabResult[]>();
  for (const result of results.filter(valueCounts)) {
    const test = seriesOf(result.content);
    const known = tests.get(test);
    if (known) known.push(result);
    else tests.set(test, [result]);
  }
  return [...tests.values()].flatMap((all) => {
    const [record, previous = null] = all;
    return record ? [{ record, previous, since: flaggedSince(all), count: all.length }] : [];
  });
}

function flaggedSince(results: readonly LabResult[]): string | null {
  const flag = results[0]?.flag?.key;
  if (flag === undefined) return null;
  const end = results.findIndex((each) => each.flag?.key !== flag);
  const run = end === -1 ? results : results.slice(0, end);
  return run.at(-1)?.occurred_at ?? null;
}
