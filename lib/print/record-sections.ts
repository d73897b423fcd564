import type { AmendmentView } from '#lib/operations/amendment-requests/amendment-view';
import type { AppointmentView } from '#lib/operations/appointments/appointment-view';
import type { RecordView } from '#lib/operations/records/record-view';
import { disagreementFacts } from './disagreement-facts';
import { recordFacts } from './record-facts';
import type { Words } from './words';

export interface PrintedEntry {
  readonly heading: string;
  /** Each a paragraph. */
  readonly lines: readonly string[];
}

export interface PrintedSection {
  readonly heading: string;
  readonly entries: readonly PrintedEntry[];
}

/** What must not be missed comes first. */
const order = [
  ...(['allergy', 'diagnosis', 'prescription', 'lab_result', 'lab_report', 'vital_sign'] as const),
  ...(['immunization', 'procedure', 'encounter', 'note', 'document', 'other'] as const),
];

/** Read as a series: one heading for a test, and a paragraph for each time that it was made. */
const series: readonly string[] = ['lab_result', 'vital_sign'];

export function recordSections(
  records: readonly RecordView[],
  appointments: readonly AppointmentView[],
  corrections: readonly AmendmentView[],
  words: Words,
): PrintedSection[] {
  const { t } = words;
  const factsOf: Facts = (record) => [
    ...recordFacts(record, words),
    ...corrections
      .filter(({ record_id }) => record_id === record.id)
      .flatMap((each) => disagreementFacts(each, words)),
  ];
  const newest = records.toSorted(
    (a, b) => compare(b.occurred_at ?? '', a.occurred_at ?? '') || compare(a.id, b.id),
  );
  const sections = order.map((type): PrintedSection => {
    const own = newest.filter(({ record_type }) => record_type === type);
    const entries = series.includes(type)
      ? inSeries(own, factsOf, words)
      : own.map((record) => single(record, factsOf, words));
    return { heading: t(`print.section.${type}`), entries };
  });
  return [
    ...sections,
    { heading: t('print.appointments'), entries: appointments.map((one) => visit(one, words)) },
  ];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The plain name of a test, and the one on record. */
function titleOf({ lab_key, title }: RecordView, { t }: Words): string {
  const key = `labs.${lab_key}` as 'labs.hba1c';
  const plain = lab_key !== null && t.has(key) ? t(key) : title;
  return plain === title ? title : `${plain} (${title})`;
}

type Facts = (record: RecordView) => string[];

const single = (record: RecordView, factsOf: Facts, words: Words): PrintedEntry => ({
  heading: titleOf(record, words),
  lines: factsOf(record),
});

function inSeries(records: readonly RecordView[], factsOf: Facts, words: Words): PrintedEntry[] {
  const byTitle = new Map<string, string[]>();
  for (const record of records) {
    const title = titleOf(record, words);
    const lines = byTitle.get(title) ?? [];
    byTitle.set(title, lines);
    lines.push(factsOf(record).join(' · '));
  }
  return [...byTitle].toSorted(([a], [b]) => compare(a, b)).map(([heading, lines]) => ({ heading, lines }));
}

function visit(appointment: AppointmentView, { t, format }: Words): PrintedEntry {
  const { scheduled_at, doctor_name, clinic_name, status, notes } = appointment;
  return {
    heading: `${format.dateTime(scheduled_at)}: ${doctor_name}`,
    lines: [clinic_name, t(`appointments.status.${status}`), ...(notes ? [notes] : [])],
  };
}
