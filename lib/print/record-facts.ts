import { valueCounts } from '#lib/domain/counting-value';
import { unitText } from '#lib/i18n/unit-text';
import type { RecordView } from '#lib/operations/records/record-view';
import type { Words } from './words';

/** What a record says, whatever its type: the keys of `content-view`. */
type Content = Readonly<Record<string, unknown>>;

const numbers = new Set(['quantity', 'refills', 'systolic', 'diastolic', 'size', 'dose_number']);
const dates = new Set(['onset', 'starts', 'ends', 'performed_end']);
/** These have sentences of their own, or name nothing outside of the system. */
const apart = new Set([
  ...['text', 'code', 'code_system', 'value', 'comparator', 'unit', 'reference_range'],
  ...['components', 'results', 'not_done', 'blob_id'],
]);

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/** Everything that a record says beside its name: first what turns its meaning, then the values, then who wrote it. */
export function recordFacts(record: RecordView, words: Words): string[] {
  const { t } = words;
  const content: Content = record.content;
  return [
    ...(record.stage === 'entered_in_error' ? [t('records.inError.title')] : []),
    ...record.warnings.map((warning) => t(`records.warning.${warning}` as 'records.warning.refuted')),
    ...dateFacts(record, words),
    ...valueFacts(record, content, words),
    ...Object.entries(content).flatMap(([key, value]) => fact(key, value, words)),
    ...partFacts(content, words),
    ...originFacts(record, content, words),
  ];
}

export function writtenDate(written: string, { format }: Words): string {
  return written.includes('T') ? format.dateTime(written) : format.partialDate(written);
}

function dateFacts({ occurred_at, record_type, status }: RecordView, words: Words): string[] {
  const { t } = words;
  const date = occurred_at ? writtenDate(occurred_at, words) : t('records.dateUnknown');
  const state = record_type === 'prescription' ? [words.word('prescriptionStatus', status)] : [];
  return [
    labelled(t('records.field.occurred_at'), date),
    ...state.map((word) => labelled(t('print.state'), word)),
  ];
}

function valueFacts(record: RecordView, content: Content, words: Words): string[] {
  const { t, format } = words;
  const value = valueCounts(record) ? textOf(content.value) : null;
  const facts: string[] = [];
  if (value !== null) {
    const unit = textOf(content.unit);
    const sign = textOf(content.comparator) ?? '';
    const shown = `${sign}${format.measured(value)}`;
    facts.push(labelled(t('records.field.value'), unit ? `${shown} ${unitText(unit)}` : shown));
    if (format.measured(value) !== format.number(value))
      facts.push(labelled(t('records.field.recorded_value'), `${sign}${value}`));
  } else if (record.record_type === 'lab_result') facts.push(t('records.noValue'));
  if (record.record_type === 'lab_result') facts.push(...flagFacts(record, words));
  return facts;
}

function flagFacts({ flag, content }: RecordView & { record_type: 'lab_result' }, { t, format }: Words) {
  const { low, high, text } = content.reference_range ?? {};
  const limits = {
    low: low === undefined ? '' : format.number(low),
    high: high === undefined ? '' : format.number(high),
  };
  const range = low && high ? 'both' : high ? 'high' : low ? 'low' : text ? 'text' : 'none';
  return [
    ...(flag ? [t(`records.flag.${flag.key}`)] : []),
    ...(flag?.source === 'computed' ? [t('records.interpretation.computed')] : []),
    t(`records.range.${range}`, { ...limits, text: text ?? '' }),
    ...(range !== 'text' && range !== 'none' && text ? [t('records.range.text', { text })] : []),
  ];
}

function fact(key: string, value: unknown, words: Words): string[] {
  const written = textOf(value);
  if (apart.has(key) || written === null) return [];
  return [labelled(fieldName(key, words), shownValue(key, written, words))];
}

function fieldName(key: string, { t }: Words): string {
  const [own, shared] = [`print.field.${key}`, `records.field.${key}`] as const;
  const name = (t.has(own as 'print.field.size') ? own : shared) as 'print.field.size';
  return t.has(name) ? t(name) : key;
}

function shownValue(key: string, written: string, words: Words): string {
  if (numbers.has(key)) return words.format.number(written);
  if (dates.has(key)) return writtenDate(written, words);
  if (key === 'clinical_status') return words.word('clinicalStatus', written);
  if (key === 'interpretation') return words.word('interpretation', written);
  return words.word('choice', written);
}

/** The parts of a panel, and what a report groups. */
function partFacts({ components, results }: Content, { t }: Words): string[] {
  const parts = (components ?? []) as readonly { text: string; value?: string }[];
  const grouped = (results ?? []) as readonly { reference: string; display?: string }[];
  return [
    ...parts.map(({ text, value }) => labelled(text, value ?? t('records.noValue'))),
    ...grouped.map(({ reference, display }) => labelled(t('records.result'), display ?? reference)),
  ];
}

function originFacts(record: RecordView, { code, code_system }: Content, words: Words): string[] {
  const { t, format } = words;
  const [written, system] = [textOf(code), textOf(code_system)];
  const author = record.doctor_name ?? (record.origin === 'patient' ? t('print.byPatient') : null);
  return [
    ...(record.stage === 'amended' ? [t('records.stage.amended')] : []),
    ...(record.sensitivity === 'restricted' ? [t('records.restrictedBadge')] : []),
    ...(author ? [labelled(t('records.field.author'), author)] : []),
    labelled(t('records.field.created_at'), format.dateTime(record.created_at)),
    ...(written ? [labelled(t('records.field.code'), system ? `${written} (${system})` : written)] : []),
  ];
}

const labelled = (label: string, value: string) => `${label}: ${value}`;
