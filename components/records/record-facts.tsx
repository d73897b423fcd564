import { useTranslations } from 'next-intl';
import { type Description, DescriptionList } from '#components/ui/description-list';
import type { Formatter } from '#lib/i18n/format';
import { recordedValue } from './lab-value';
import { plainMedicine } from './plain-medicine';
import type { LabRecord, RecordView } from './record';
import { recordDate } from './record-date';

interface RecordFactsProps {
  record: RecordView;
  format: Formatter;
  /** Codes are for staff. */
  coded: boolean;
}

/** By the names that staff know them by; another system's codes stand alone. */
const systems: Record<string, 'loinc' | 'snomed' | 'rxnorm'> = {
  'http://loinc.org': 'loinc',
  'http://snomed.info/sct': 'snomed',
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'rxnorm',
};

type Words = ReturnType<typeof useTranslations<'records'>>;

function factsOf(record: RecordView, format: Formatter, t: Words): Description[] {
  const date = (written: string | undefined) => (written ? recordDate(written, format) : null);
  const number = (written: string | number | undefined) =>
    written === undefined ? null : format.number(written);
  switch (record.record_type) {
    case 'diagnosis':
      return [{ term: t('field.onset'), value: date(record.content.onset) }];
    case 'prescription':
      return [
        { term: t('field.dosage'), value: record.content.dosage ?? null },
        ...known({ term: t('field.quantity'), value: number(record.content.quantity) }),
        ...known({ term: t('field.refills'), value: number(record.content.refills) }),
        ...known({ term: t('field.starts'), value: date(record.content.starts) }),
        ...known({ term: t('field.ends'), value: date(record.content.ends) }),
      ];
    case 'lab_result':
      return [
        ...known({ term: t('field.recorded_value'), value: recordedValue(record.content, format) }),
        { term: t('field.interpretation'), value: interpretation(record, t) },
        ...known({ term: t('field.comment'), value: record.content.comment ?? null }),
      ];
    case 'lab_report':
      return known({ term: t('field.conclusion'), value: record.content.conclusion ?? null });
    default:
      return [];
  }
}

/** What is seldom written is not missed where it is not: no line for it. */
const known = (item: Description): Description[] => (item.value === null ? [] : [item]);

function interpretation({ content, flag }: LabRecord, t: Words): string {
  if (flag?.source === 'computed') return t('interpretation.computed');
  const code = content.interpretation;
  const key = `interpretation.${code ?? 'none'}` as 'interpretation.none';
  return t.has(key) ? t(key) : (code ?? t('interpretation.none'));
}

/** What a record says beyond its name, and who wrote it when. */
export function RecordFacts({ record, format, coded }: RecordFactsProps) {
  const t = useTranslations('records');
  const items: Description[] = [
    ...factsOf(record, format, t),
    {
      term: t('field.occurred_at'),
      value: record.occurred_at ? recordDate(record.occurred_at, format) : null,
    },
    { term: t('field.author'), value: record.doctor_name ? <bdi>{record.doctor_name}</bdi> : null },
    { term: t('field.created_at'), value: format.dateTime(record.created_at) },
    ...(coded ? known({ term: t('field.recorded_as'), value: writtenName(record) }) : []),
    ...(coded ? known({ term: t('field.code'), value: codeOf(record, t) }) : []),
  ];
  return <DescriptionList items={items} missing={t('notRecorded')} columns={2} />;
}

/** The words of the record itself, where its title is a plainer form of them. */
function writtenName({ record_type, title }: RecordView): string | null {
  return record_type === 'prescription' && plainMedicine(title) !== title ? title : null;
}

function codeOf({ content: { code, code_system } }: RecordView, t: Words) {
  if (!code) return null;
  const system = systems[code_system ?? ''];
  return (
    <>
      {system && t(`codeSystem.${system}`)} <code className="font-mono">{code}</code>
    </>
  );
}
