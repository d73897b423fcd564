import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { LabResult } from './lab-result';
import { NoteBody } from './note-article';
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
  /** Where another record of the same chart is. */
  hrefOf: (recordId: string) => string;
  /** Staff see its code too. */
  coded?: boolean;
  /** Amend, mark as an error: what the reader may do. */
  actions?: ReactNode;
  /** What belongs under it: results of a report, the version history. */
  children?: ReactNode;
}

/** A record on its own page, for its patient and for their doctor alike. */
export function RecordDetail(props: RecordDetailProps) {
  const { record, zone, back, hrefOf, coded = false, actions, children } = props;
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
          {record.record_type === 'note' && (
            <div className="mb-5">
              {record.content.relates_to && (
                <p className="mb-2">
                  <TextLink href={hrefOf(record.content.relates_to)}>{t('addendumTo')}</TextLink>
                </p>
              )}
              <NoteBody body={record.content.body} />
            </div>
          )}
          <div className={record.record_type === 'lab_result' ? 'mt-5' : ''}>
            <RecordFacts record={record} format={format} coded={coded} hrefOf={hrefOf} />
          </div>
        </div>
      </Card>
      {children}
    </article>
  );
}
