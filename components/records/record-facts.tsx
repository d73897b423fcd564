import { useTranslations } from 'next-intl';
import { type Description, DescriptionList } from '#components/ui/description-list';
import type { Formatter } from '#lib/i18n/format';
import type { RecordView } from './record';
import { recordDate } from './record-date';
import { statusWords } from './record-says';

interface RecordFactsProps {
  record: RecordView;
  format: Formatter;
}

type Words = ReturnType<typeof useTranslations<'records'>>;

function factsOf({ record, format }: RecordFactsProps, t: Words): Description[] {
  const date = (written: string | undefined) => (written ? recordDate(written, format) : null);
  const number = (written: string | number | undefined) =>
    written === undefined ? null : format.number(written);
  switch (record.record_type) {
    case 'diagnosis': {
      return [
        { term: t('field.clinical_status'), value: statusWords(record, t) },
        { term: t('field.onset'), value: date(record.content.onset) },
      ];
    }
    case 'prescription':
      return [
        { term: t('field.clinical_status'), value: statusWords(record, t) },
        { term: t('field.dosage'), value: record.content.dosage ?? null },
        { term: t('field.quantity'), value: number(record.content.quantity) },
        { term: t('field.refills'), value: number(record.content.refills) },
        { term: t('field.starts'), value: date(record.content.starts) },
        { term: t('field.ends'), value: date(record.content.ends) },
      ];
    case 'lab_result':
      return [
        { term: t('field.interpretation'), value: interpretation(record.content.interpretation, t) },
        { term: t('field.comment'), value: record.content.comment ?? null },
      ];
    case 'lab_report':
      return [{ term: t('field.conclusion'), value: record.content.conclusion ?? null }];
  }
}

function interpretation(code: string | undefined, t: Words): string {
  const key = `interpretation.${code ?? 'none'}` as 'interpretation.none';
  return t.has(key) ? t(key) : (code ?? t('interpretation.none'));
}

/** What a record says beyond its name, and who wrote it when. */
export function RecordFacts({ record, format }: RecordFactsProps) {
  const t = useTranslations('records');
  const { code } = record.content;
  const items: Description[] = [
    ...factsOf({ record, format }, t),
    {
      term: t('field.occurred_at'),
      value: record.occurred_at ? recordDate(record.occurred_at, format) : null,
    },
    { term: t('field.author'), value: record.doctor_name ? <bdi>{record.doctor_name}</bdi> : null },
    { term: t('field.created_at'), value: format.dateTime(record.created_at) },
    ...(code ? [{ term: t('field.code'), value: <code className="font-mono text-sm">{code}</code> }] : []),
  ];
  return <DescriptionList items={items} missing={t('notRecorded')} columns={2} />;
}
