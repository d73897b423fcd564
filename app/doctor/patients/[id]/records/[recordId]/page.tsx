import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConfirmAllergy } from '#components/records/confirm-allergy';
import { DraftRecord } from '#components/records/draft-record';
import { hasStory } from '#components/records/record';
import { RecordActions } from '#components/records/record-actions';
import { RecordDetail } from '#components/records/record-detail';
import { RecordDone } from '#components/records/record-done';
import { ReportResults } from '#components/records/report-results';
import { VersionHistory } from '#components/records/version-history';
import { RecordCorrections } from '#components/requests/record-corrections';
import { listAmendmentRequests } from '#lib/operations/amendment-requests/list';
import { listRecordHistory } from '#lib/operations/records/history';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { DocumentFile } from '../../../../../document-file';
import { ChartFrame } from '../../chart-frame';
import { confirmAllergy, markInError, sign } from './actions';
import { type RecordParams, readRecord } from './read-record';
import { ResultReview } from './result-review';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records');
  return { title: t('title.record') };
}

export default async function RecordPage(props: RecordParams & { searchParams: SearchParams }) {
  const { zone } = await personOf('doctor');
  const [record, { done }, t] = await Promise.all([
    readRecord(props),
    queryOf(props.searchParams),
    getTranslations('records'),
  ]);
  const { id, patient_id, version, stage } = record;
  const read = { patient_id, id, version, stage };
  const corrections = await query(listAmendmentRequests, { record_id: id, page_size: 100 });
  // The only version of a record is the record itself: there is nothing more to open.
  const history = version > 1 ? await query(listRecordHistory, { id }) : null;
  const actions = (
    <>
      {record.can.confirm.allowed && <ConfirmAllergy action={confirmAllergy.bind(null, read)} />}
      <RecordActions
        record={record}
        amendHref={paths.doctor.editRecord(patient_id, id)}
        inErrorHref={paths.doctor.recordInError(patient_id, id)}
        addendumHref={paths.doctor.addendum(patient_id, id)}
        prescribeHref={paths.doctor.newRecord(patient_id, 'prescription')}
        markInError={markInError.bind(null, read)}
        sign={sign.bind(null, read)}
      />
    </>
  );
  const back = { href: paths.doctor.patient(patient_id), label: t('titleList') };
  const resultsHref = paths.doctor.chart(patient_id, { section: 'timeline', group: 'results' });
  return (
    <ChartFrame patientId={patient_id}>
      <RecordDone done={done} withheld={record.release !== 'released'} />
      {stage === 'draft' && <DraftRecord />}
      <RecordDetail
        record={record}
        zone={zone}
        back={back}
        hrefOf={(other) => paths.doctor.record(patient_id, other)}
        actions={actions}
        coded
      >
        <RecordCorrections
          requests={corrections.items}
          zone={zone}
          staff
          hrefOf={(request) => paths.doctor.correctionRequest(request.id)}
        />
        {record.record_type === 'lab_report' && (
          <ReportResults report={record.content} resultsHref={resultsHref} />
        )}
        {record.record_type === 'document' && <DocumentFile id={id} />}
        {hasStory(record) && <ResultReview record={record} zone={zone} />}
        {history && <VersionHistory versions={history.items} zone={zone} />}
      </RecordDetail>
    </ChartFrame>
  );
}
