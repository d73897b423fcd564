import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { formatter } from '#lib/i18n/format';
import { LabResult } from './lab-result';
import { isEnteredInError, type RecordView } from './record';
import { RecordBadge } from './record-badge';
import { RecordFacts } from './record-facts';
import { RecordKindName } from './record-kind';
import { useRecordTitle } from './record-title';
import { RecordWarnings } from './record-warnings';
import { ReportedBy } from './reported-by';

interface RecordDetailProps {
  record: RecordView;
  zone: string;
  back: { href: string; label: string };
  /** Staff see its code too. */
  coded?: boolean;
  /** Amend, mark as an error: what the reader may do. */
  actions?: ReactNode;
  /** What belongs under it: results of a report, the version history. */
  children?: ReactNode;
}

/** A record on its own page, for its patient and for their doctor alike. */
export function RecordDetail({ record, zone, back, coded = false, actions, children }: RecordDetailProps) {
  const t = useTranslations('records');
  const title = useRecordTitle()(record);
  const format = formatter(useLocale(), zone);
  return (
    <article className="flex flex-col gap-6 dense:gap-4">
      <PageHeader
        title={isEnteredInError(record) ? <s>{title.plain}</s> : title.plain}
        kicker={<RecordKindName record={record} />}
        summary={title.medical}
        back={back}
        actions={actions}
      />
      {isEnteredInError(record) && (
        <Notice tone="danger" title={t('inError.title')}>
          {t('inError.text')}
        </Notice>
      )}
      <RecordWarnings record={record} />
      <Card flush>
        <div className="p-5 sm:p-6 dense:p-4">
          {record.record_type === 'lab_result' ? (
            <LabResult record={record} zone={zone} titled={false} />
          ) : (
            <div className="mb-4 flex flex-wrap gap-2 empty:hidden">
              <RecordBadge record={record} />
              <ReportedBy record={record} />
            </div>
          )}
          <div className={record.record_type === 'lab_result' ? 'mt-5' : ''}>
            <RecordFacts record={record} format={format} coded={coded} />
          </div>
        </div>
      </Card>
      {children}
    </article>
  );
}
