import { valueCounts } from '#lib/domain/counting-value';
import type { Fact, FactWords } from './fact-words';
import { recordedValue } from './lab-value';
import type { LabRecord, RecordKind, RecordView } from './record';
import { codeWords } from './record-says';
import { vitalValue } from './vital-value';

type RecordOf<Type extends RecordKind> = Extract<RecordView, { record_type: Type }>;
type Facts<Type extends RecordKind> = (record: RecordOf<Type>, words: FactWords) => Fact[];

const factsOfType: { [Type in RecordKind]: Facts<Type> } = {
  diagnosis: ({ content }, say) => [say.asked('onset', say.date(content.onset))],

  prescription: ({ content }, say) => [
    say.asked('dosage', content.dosage),
    say.known('quantity', say.number(content.quantity)),
    say.known('refills', say.number(content.refills)),
    say.known('starts', say.date(content.starts)),
    say.known('ends', say.date(content.ends)),
  ],

  lab_result: (record, say) => [
    say.known('recorded_value', valueCounts(record) ? recordedValue(record.content, say.format) : null),
    say.absent(record.content.absent_reason),
    ...say.parts(record.content.components),
    say.asked('interpretation', interpretation(record, say)),
    say.known('comment', record.content.comment),
  ],

  lab_report: ({ content }, say) => [say.known('conclusion', content.conclusion)],

  allergy: ({ content }, say) => [
    say.known('clinical_status', codeWords('clinicalStatus', content.clinical_status, say.t)),
    say.known('kind', say.choice(content.kind)),
    say.known('category', say.choice(content.category)),
    say.asked('criticality', say.choice(content.criticality)),
    say.asked('reaction', content.reaction),
    say.asked('severity', say.choice(content.severity)),
    say.known('onset', say.date(content.onset)),
    say.known('comment', content.comment),
  ],

  immunization: ({ content }, say) => [
    say.known('status_reason', content.status_reason),
    say.known('dose_number', say.number(content.dose_number)),
    say.known('lot_number', content.lot_number),
    say.known('site', content.site),
    say.known('comment', content.comment),
  ],

  vital_sign: ({ content }, say) => [
    content.systolic === undefined && content.components
      ? null
      : say.known(
          content.systolic === undefined ? 'value' : 'blood_pressure',
          vitalValue(content, say.format),
        ),
    say.absent(content.absent_reason),
    ...say.parts(content.components),
    say.known('comment', content.comment),
  ],

  procedure: ({ content }, say) => [
    say.known('status_reason', content.status_reason),
    say.known('performed_end', say.date(content.performed_end)),
    say.known('body_site', content.body_site),
    say.known('reason', content.reason),
    say.known('outcome', content.outcome),
    say.known('comment', content.comment),
  ],

  encounter: ({ content }, say) => [
    say.known('class', say.choice(content.class)),
    say.known('reason', content.reason),
    say.known('performed_end', say.date(content.ends)),
  ],

  // Its text stands above them.
  note: () => [],

  document: ({ content }, say) => [
    say.known('file_name', content.file_name),
    say.known('category', content.category),
    say.known('media_type', content.media_type),
    say.known('size', sizeOf(content.size, say)),
  ],

  other: ({ content }, say) => [
    say.known('value', content.value),
    say.absent(content.absent_reason),
    ...say.parts(content.components),
    say.known('conclusion', content.conclusion),
  ],
};

/** What a record says beyond its name. */
export function factsOf<Type extends RecordKind>(record: RecordOf<Type>, words: FactWords) {
  const facts: Facts<Type> = factsOfType[record.record_type as Type];
  return facts(record, words).filter((fact) => fact !== null);
}

function interpretation({ content, flag }: LabRecord, { t }: FactWords): string | null {
  if (flag?.source === 'computed') return t('interpretation.computed');
  return codeWords('interpretation', content.interpretation ?? 'none', t);
}

const sizeOf = (bytes: string | number | undefined, { t, format }: FactWords) =>
  bytes === undefined ? null : t('bytes', { size: format.number(bytes) });
