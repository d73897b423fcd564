import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RecordDetail } from '#components/records/record-detail';
import { ReportResults } from '#components/records/report-results';
import { VersionHistory } from '#components/records/version-history';
import { getRecord } from '#lib/operations/records/get';
import { listRecordHistory } from '#lib/operations/records/history';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records');
  return { title: t('title.record') };
}

export default async function RecordPage({ params }: { params: Promise<{ id: string }> }) {
  const { zone } = await personOf('patient');
  const { id } = await params;
  const [record, t] = await Promise.all([query(getRecord, { id }), getTranslations('records')]);
  // The only version of a record is the record itself: there is nothing more to open.
  const history = record.version > 1 ? await query(listRecordHistory, { id }) : null;
  return (
    <div className="mx-auto max-w-3xl">
      <RecordDetail record={record} zone={zone} back={{ href: paths.patient.records, label: t('titleList') }}>
        {record.record_type === 'lab_report' && (
          <ReportResults
            report={record.content}
            resultsHref={paths.patient.recordsOf({ group: 'results' })}
          />
        )}
        {history && <VersionHistory versions={history.items} zone={zone} />}
      </RecordDetail>
    </div>
  );
}
