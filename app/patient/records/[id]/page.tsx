import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RecordDetail } from '#components/records/record-detail';
import { RecordDone } from '#components/records/record-done';
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
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { markOwnInError } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records');
  return { title: t('title.record') };
}

interface RecordPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export default async function RecordPage({ params, searchParams }: RecordPageProps) {
  const { zone } = await personOf('patient');
  const { id } = await params;
  const [record, corrections, { done }, t] = await Promise.all([
    query(getRecord, { id }),
    query(listAmendmentRequests, { record_id: id, page_size: 100 }),
    queryOf(searchParams),
    getTranslations('records'),
  ]);
  // The only version of a record is the record itself: there is nothing more to open.
  const history = record.version > 1 ? await query(listRecordHistory, { id }) : null;
  const actions = (
    <OwnRecordActions
      record={record}
      requests={corrections.items}
      markInError={markOwnInError.bind(null, { id, version: record.version })}
    />
  );
  const back = { href: paths.patient.records, label: t('titleList') };
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <RecordDone done={done} />
      <RecordDetail record={record} zone={zone} back={back} actions={actions}>
        <RecordCorrections
          requests={corrections.items}
          zone={zone}
          hrefOf={(request) => paths.patient.correctionRequest(request.id)}
        />
        {record.record_type === 'lab_report' && (
          <ReportResults
            report={record.content}
            resultsHref={paths.patient.recordsOf({ type: 'lab_result' })}
          />
        )}
        {history && <VersionHistory versions={history.items} zone={zone} />}
      </RecordDetail>
    </div>
  );
}
