import { useLocale } from 'next-intl';
import type { RecordView } from '#components/records/record';
import { RecordBadge } from '#components/records/record-badge';
import { RecordFacts } from '#components/records/record-facts';
import { useRecordTitle } from '#components/records/record-title';
import { RecordWarnings } from '#components/records/record-warnings';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';

interface RecordBesideProps {
  title: string;
  record: RecordView;
  zone: string;
}

/** The record that is decided about, as it stands now. */
export function RecordBeside({ title, record, zone }: RecordBesideProps) {
  const name = useRecordTitle()(record).plain;
  return (
    <Section id="record-now" title={title}>
      <div className="flex flex-col gap-3">
        <RecordWarnings record={record} />
        <Card className="flex flex-col gap-3">
          <span className="flex flex-wrap items-start justify-between gap-2">
            <TextLink href={paths.doctor.record(record.patient_id, record.id)}>{name}</TextLink>
            <RecordBadge record={record} />
          </span>
          <RecordFacts
            record={record}
            format={formatter(useLocale(), zone)}
            coded
            hrefOf={(id) => paths.doctor.record(record.patient_id, id)}
          />
        </Card>
      </div>
    </Section>
  );
}
