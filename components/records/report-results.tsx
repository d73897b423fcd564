import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import type { LabReportView } from './record';

interface ReportResultsProps {
  report: LabReportView;
  resultsHref: string;
}

/** What a report groups, by name: each result is a record of its own. */
export function ReportResults({ report, resultsHref }: ReportResultsProps) {
  const t = useTranslations('records');
  const named = report.results.flatMap(({ reference, display }) => (display ? [{ reference, display }] : []));
  if (named.length === 0) return null;
  return (
    <Section
      id="report-results"
      title={t('reportResults')}
      aside={<TextLink href={resultsHref}>{t('reportOpen')}</TextLink>}
    >
      <Card as="ul" flush>
        {named.map(({ reference, display }) => (
          <li key={reference} className="px-5 py-3 wrap-break-word dense:px-4 dense:py-2">
            {display}
          </li>
        ))}
      </Card>
    </Section>
  );
}
