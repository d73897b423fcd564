import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { type Column, DataTable } from '#components/ui/data-table';
import { Section } from '#components/ui/section';
import type { ImportIssue } from './import-view';

/** What was wrong with which entry: the place and the rule, never what stands there. */
export function IssueTable({ issues }: { issues: readonly ImportIssue[] }) {
  const t = useTranslations('imports');
  if (issues.length === 0) return null;
  const sentence = (code: string) => {
    const key = code as 'invalid';
    return t.has(`issue.${key}`) ? t(`issue.${key}`) : t('issue.invalid');
  };
  const columns: readonly Column<ImportIssue>[] = [
    {
      key: 'place',
      header: t('column.place'),
      phone: 'lead',
      cell: ({ path }) => <code className="break-all">{path}</code>,
    },
    {
      key: 'severity',
      header: t('column.severity'),
      phone: 'aside',
      cell: ({ severity }) => (
        <Badge tone={severity === 'error' ? 'danger' : 'warn'}>{t(`severity.${severity}`)}</Badge>
      ),
    },
    { key: 'reason', header: t('column.reason'), cell: ({ code }) => sentence(code) },
  ];
  return (
    <Section id="issues" title={t('issues')}>
      <Card flush>
        <DataTable
          caption={t('issues')}
          columns={columns}
          rows={issues}
          rowKey={({ position, path, code }) => `${position} ${path} ${code}`}
        />
      </Card>
    </Section>
  );
}
