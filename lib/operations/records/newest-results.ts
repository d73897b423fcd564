import type { RecordView } from './record-view';

type LabResult = Extract<RecordView, { record_type: 'lab_result' }>;

export interface NewestResult {
  readonly record: LabResult;
  /** The same test in the same unit, the time before. */
  readonly previous: LabResult | null;
}

/** Only the same code in the same unit is the same test (clinical trend lines compare nothing else). */
const testOf = ({ content: { code, code_system, text, unit } }: LabResult) =>
  JSON.stringify([code ? [code_system, code] : text.toLowerCase(), unit ?? null]);

/** The newest result of each test, newest first, with the one before it. `results` come newest first. */
export function newestResults(results: readonly LabResult[], limit: number): NewestResult[] {
  const tests = new Map<string, LabResult[]>();
  for (const result of results) {
    const test = testOf(result);
    tests.set(test, [...(tests.get(test) ?? []), result]);
  }
  return [...tests.values()].slice(0, limit).flatMap(([record, previous = null]) => {
    return record ? [{ record, previous }] : [];
  });
}
