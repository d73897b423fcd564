import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createPatientKey } from '#lib/crypto/patient-key';
import { open, seal } from '#lib/crypto/seal';
import { fromResource } from '#lib/fhir/resource';
import { readSummary, summaryOf } from '#lib/fhir/summary';
import { extractChart } from '#lib/fhir/synthea';
import { newId } from '#lib/platform/ids';
import { loadKeyRing } from '../harness/key-ring';
import { testClock } from '../harness/test-clock';

/** The largest chart of the demo; another bundle where `BENCH_BUNDLE` names one. */
const bundle = process.env.BENCH_BUNDLE ?? 'db/seed/synthea/synthea-2025-garland-cummerata-4a47046c.json.gz';

/** Opening and reading every record of a chart, by its content and by its summary, in milliseconds. */
export async function readings(rounds: number): Promise<string[]> {
  await loadKeyRing(testClock());
  const { key } = createPatientKey(newId('patient_keys'));
  const rows = extractChart(gunzipSync(readFileSync(bundle)).toString('utf8')).resources.map(({ text }) => {
    const id = newId('medical_records');
    return {
      id,
      content: seal('medical_records.encrypted_content', id, text, key),
      summary: seal('medical_records.summary', id, summaryOf(fromResource(text, 'UTC')), key),
    };
  });
  const ways = {
    'content opened': () =>
      rows.map(({ id, content }) => open('medical_records.encrypted_content', id, content, key)),
    'content opened and read': () =>
      rows.map(({ id, content }) =>
        fromResource(open('medical_records.encrypted_content', id, content, key), 'UTC'),
      ),
    'summary opened and read': () =>
      rows.map(({ id, summary }) => readSummary(open('medical_records.summary', id, summary, key))),
  };
  const kilobytes = (of: 'content' | 'summary') =>
    Math.round(rows.reduce((sum, row) => sum + row[of].length, 0) / 1000);
  return [
    `${rows.length} records: ${kilobytes('content')} kB of content, ${kilobytes('summary')} kB of summaries`,
    ...Object.entries(ways).map(
      ([name, way]) => `  ${name.padEnd(24)} ${fastest(way, rounds).toFixed(0).padStart(6)} ms`,
    ),
  ];
}

/** Of several rounds: what else the machine does only adds. */
function fastest(way: () => unknown, rounds: number): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    way();
    return performance.now() - start;
  });
  return Math.min(...times);
}
