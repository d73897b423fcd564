import { useLocale, useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { DescriptionList } from '#components/ui/description-list';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { ImportState } from './import-state';
import { counts, type ImportSummary } from './import-view';
import { RefreshWhile } from './refresh-while';

interface ImportReportProps {
  report: ImportSummary;
  zone: string;
  /** This page again. */
  here: string;
  cancel: FormAction;
}

/** How far an import is, and what became of its entries. */
export function ImportReport({ report, zone, here, cancel }: ImportReportProps) {
  const t = useTranslations('imports');
  const format = formatter(useLocale(), zone);
  const goesOn = report.ended_at === null;
  return (
    <Card className="flex flex-col gap-5 dense:gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <ImportState state={report.state} />
        <span className="text-muted">{t(`type.${report.bundle_type}`, { count: report.total })}</span>
      </div>
      {goesOn && (
        <div className="flex flex-col gap-2">
          <label htmlFor="progress">{t('progress', { done: report.done, total: report.total })}</label>
          <progress
            id="progress"
            value={report.done}
            max={Math.max(report.total, 1)}
            className="h-3 w-full accent-primary"
          />
          <RefreshWhile />
          <noscript>
            <TextLink href={here}>{t('refresh')}</TextLink>
          </noscript>
        </div>
      )}
      {report.state === 'failed' && <Notice tone="danger">{t('failed')}</Notice>}
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-5">
        {counts.map((key) => (
          <div key={key}>
            <dt className="text-sm text-muted">{t(`count.${key}`)}</dt>
            <dd className="text-xl font-semibold tabular-nums">{format.number(report[key])}</dd>
          </div>
        ))}
      </dl>
      <DescriptionList
        columns={2}
        missing={t('missing')}
        items={[
          { term: t('column.when'), value: format.dateTime(report.created_at) },
          { term: t('ended'), value: report.ended_at && format.dateTime(report.ended_at) },
          { term: t('hash'), value: <code className="break-all">{report.file_sha256}</code> },
        ]}
      />
      {goesOn && (
        <Form id="cancel" action={cancel}>
          <SubmitButton tone="secondary">{t('cancel')}</SubmitButton>
        </Form>
      )}
    </Card>
  );
}
