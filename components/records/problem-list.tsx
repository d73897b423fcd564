import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import type { DiagnosisRecord } from './record';
import { recordDate } from './record-date';

interface ProblemListProps {
  problems: readonly DiagnosisRecord[];
  zone: string;
  hrefOf: (record: DiagnosisRecord) => string;
  most?: number;
  allHref: string;
}

/** What somebody has now, and since when. */
export function ProblemList({ problems, zone, hrefOf, most = 8, allHref }: ProblemListProps) {
  const t = useTranslations('records.problems');
  const format = formatter(useLocale(), zone);
  if (problems.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <Card as="ul" flush>
      {problems.slice(0, most).map((problem) => {
        const since = problem.content.onset ?? problem.occurred_at;
        return (
          <li key={problem.id} className="flex items-baseline justify-between gap-4 px-5 dense:px-4">
            <TextLink
              href={hrefOf(problem)}
              look="plain"
              className="min-w-0 flex-1 py-3 font-semibold wrap-break-word compact:py-2"
            >
              {problem.title}
            </TextLink>
            {since && (
              <span className="shrink-0 text-muted tabular-nums dense:text-xs">
                {t('since', { date: recordDate(since.slice(0, 4), format) })}
              </span>
            )}
          </li>
        );
      })}
      {problems.length > most && (
        <li className="px-5 py-3 dense:px-4 dense:py-2">
          <TextLink href={allHref}>{t('more', { count: problems.length - most })}</TextLink>
        </li>
      )}
    </Card>
  );
}
