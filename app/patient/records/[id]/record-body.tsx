import { getTranslations } from 'next-intl/server';
import { RecordDetail } from '#components/records/record-detail';
import { ReportResults } from '#components/records/report-results';
import { VersionHistory } from '#components/records/version-history';
import { getRecord } from '#lib/operations/records/get';
import { listRecordHistory } from '#lib/operations/records/history';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { DocumentFile } from '../../../document-file';
import { assertChart } from '../../own-or-held';

interface RecordBodyProps {
  id: string;
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId?: string;
}

export async function RecordBody({ id, patientId }: RecordBodyProps) {
  const { zone } = await personOf('patient');
  const to = paths.patient.chart(patientId);
  const [record, t] = await Promise.all([query(getRecord, { id }), getTranslations('records')]);
  await assertChart(record, patientId, paths.patient.chart(record.patient_id).record(id));
  // The only version of a record is the record itself: there is nothing more to open.
  const history = record.version > 1 ? await query(listRecordHistory, { id }) : null;
  return (
    <div className="mx-auto max-w-3xl">
      <RecordDetail record={record} zone={zone} back={{ href: to.records, label: t('titleList') }}>
        {record.record_type === 'lab_report' && (
          <ReportResults report={record.content} resultsHref={to.recordsOf({ type: 'lab_result' })} />
        )}
        {record.record_type === 'document' && <DocumentFile id={id} />}
        {history && <VersionHistory versions={history.items} zone={zone} />}
      </RecordDetail>
    </div>
  );
}
