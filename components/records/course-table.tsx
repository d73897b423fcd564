import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { type Column, DataTable } from '#components/ui/data-table';
import { TextLink } from '#components/ui/text-link';
import type { Formatter } from '#lib/i18n/format';
import { readLab } from './lab-reading';
import { labValueWithUnit } from './lab-value';
import { RangeWords } from './range-words';
import type { LabRecord } from './record';
import { recordDate } from './record-date';

interface CourseTableProps {
  caption: string;
  /** The newest first. */
  records: readonly LabRecord[];
  currentId: string;
  format: Formatter;
  hrefOf: (record: LabRecord) => string;
}

/** What the picture shows, in words and numbers: each result with its own range, and what is preliminary or corrected. */
export function CourseTable({ caption, records, currentId, format, hrefOf }: CourseTableProps) {
  const t = useTranslations('records');
  const dateOf = (record: LabRecord) => recordDate(record.occurred_at ?? record.created_at, format);
  const columns: Column<LabRecord>[] = [
    {
      key: 'date',
      header: t('field.occurred_at'),
      phone: 'line',
      cell: (record) =>
        record.id === currentId ? (
          <span aria-current="true">{t('course.this', { date: dateOf(record) })}</span>
        ) : (
          <TextLink href={hrefOf(record)} look="quiet">
            {dateOf(record)}
          </TextLink>
        ),
    },
    {
      key: 'value',
      header: t('field.value'),
      phone: 'lead',
      className: 'font-semibold',
      cell: ({ content }) => labValueWithUnit(content, format) ?? t('noValue'),
    },
    { key: 'flag', header: t('course.flag'), phone: 'aside', cell: (record) => <Flag record={record} /> },
    {
      key: 'range',
      header: t('field.reference_range'),
      phone: 'body',
      className: 'text-muted max-md:text-base',
      cell: (record) => (
        <>
          <RangeWords range={record.content.reference_range} format={format} />
          {record.warnings.includes('preliminary') && ` ${t('course.preliminary')}`}
          {record.stage === 'amended' && ` ${t('course.corrected')}`}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={records}
      rowKey={({ id }) => id}
      toneOf={({ id }) => (id === currentId ? 'current' : 'plain')}
    />
  );
}

function Flag({ record }: { record: LabRecord }) {
  const t = useTranslations('records.flag');
  const { key, tone } = readLab(record);
  return key && <Badge tone={tone}>{t(key)}</Badge>;
}
