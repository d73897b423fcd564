import { getTranslations } from 'next-intl/server';
import { LabAbout } from '#components/records/lab-about';
import { hasStory } from '#components/records/record';
import { RecordDetail } from '#components/records/record-detail';
import { ReportResults } from '#components/records/report-results';
import { VersionHistory } from '#components/records/version-history';
import { OwnRecordActions } from '#components/requests/own-record-actions';
import { RecordCorrections } from '#components/requests/record-corrections';
import { listAmendmentRequests } from '#lib/operations/amendment-requests/list';
import { getRecord } from '#lib/operations/records/get';
import { listRecordHistory } from '#lib/operations/records/history';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { DocumentFile } from '../../../document-file';
import { ResultStory } from '../../../result-story';
import { assertChart } from '../../own-or-held';
import { markOwnInError } from './actions';

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
  const corrections = await query(listAmendmentRequests, { record_id: id, page_size: 100 });
  // The only version of a record is the record itself: there is nothing more to open.
  const history = record.version > 1 ? await query(listRecordHistory, { id }) : null;
  const back =
    record.record_type === 'lab_result'
      ? { href: to.results, label: t('results.title') }
      : { href: to.records, label: t('titleList') };
  // What is asked for and reported is asked and reported in one's own name.
  const actions = patientId === undefined && (
    <OwnRecordActions
      record={record}
      requests={corrections.items}
      markInError={markOwnInError.bind(null, { id, version: record.version })}
    />
  );
  return (
    <div className="mx-auto max-w-3xl">
      <RecordDetail record={record} zone={zone} back={back} hrefOf={to.record} actions={actions}>
        <RecordCorrections
          requests={corrections.items}
          zone={zone}
          hrefOf={(request) => to.correctionRequest(request.id)}
        />
        {record.record_type === 'lab_result' && <LabAbout labKey={record.lab_key} />}
        {record.record_type === 'lab_report' && (
          <ReportResults report={record.content} resultsHref={to.recordsOf({ group: 'results' })} />
        )}
        {hasStory(record) && (
          <ResultStory record={record} zone={zone} hrefOf={(each) => to.record(each.id)} />
        )}
        {record.record_type === 'document' && <DocumentFile id={id} />}
        {history && <VersionHistory versions={history.items} zone={zone} />}
      </RecordDetail>
    </div>
  );
}
