import type { Tx } from '#db/client';
import { type ListedRow, listContents } from '#db/queries/medical-records';
import { listHiddenPlaces } from '#db/queries/resources';
import type { PatientKey } from '#lib/crypto/patient-key';
import { open } from '#lib/crypto/seal';
import { type RecordSummary, readSummary } from '#lib/fhir/summary';
import { openContent, type Reading, type RecordView, viewOf } from './record-view';
import { onlySeenResults } from './seen-results';

/** As a list shows them: long texts are cut, and what a report groups is left out. */
export const viewBrief = (tx: Tx, rows: readonly ListedRow[], reading: Reading): Promise<RecordView[]> =>
  viewListed(tx, rows, reading, () => true);

/** With everything that they say. */
export const viewWhole = (tx: Tx, rows: readonly ListedRow[], reading: Reading): Promise<RecordView[]> =>
  viewListed(tx, rows, reading, ({ whole }) => whole);

/** Opens the summary of each row; where there is none, or it does not do, the content. */
async function viewListed(
  tx: Tx,
  rows: readonly ListedRow[],
  reading: Reading,
  does: (summary: RecordSummary) => boolean,
): Promise<RecordView[]> {
  const { key } = reading;
  const summaries = rows.map((row) => openSummary(row, key));
  const lacking = rows.filter((_, at) => !isGiven(summaries[at], does)).map(({ id }) => id);
  const contents = lacking.length === 0 ? [] : await listContents(tx, lacking);
  const hidden = await hiddenFrom(tx, rows, contents.length);
  const contentOf = new Map(contents.map((row) => [row.id, row]));
  return rows.flatMap((row, at) => {
    const content = contentOf.get(row.id);
    const said = content ? openContent(content, key) : summaries[at];
    return said ? [onlySeenResults(viewOf(row, said, reading), row, hidden)] : [];
  });
}

/** A summary repeats nothing that a report groups: only who opens contents has to leave anything out. */
async function hiddenFrom(tx: Tx, rows: readonly ListedRow[], opened: number): Promise<readonly string[]> {
  const report = opened === 0 ? undefined : rows.find(({ record_type }) => record_type === 'lab_report');
  return report ? listHiddenPlaces(tx, report.patient_id) : [];
}

const isGiven = (summary: RecordSummary | null | undefined, does: (summary: RecordSummary) => boolean) =>
  summary ? does(summary) : false;

const openSummary = ({ id, summary }: ListedRow, key: PatientKey): RecordSummary | null =>
  summary && readSummary(open('medical_records.summary', id, summary, key));
