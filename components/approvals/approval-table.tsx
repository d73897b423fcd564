import { UserRoundCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';
import { type Column, DataTable } from '#components/ui/data-table';
import { EmptyState } from '#components/ui/empty-state';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';
import type { ApprovalView } from './approval';
import { ApprovalStatus } from './approval-status';
import { useApprovalWords } from './approval-words';

interface ApprovalTableProps {
  approvals: readonly ApprovalView[];
  zone: string;
  past: boolean;
  footer?: ReactNode;
}

export function ApprovalTable({ approvals, zone, past, footer }: ApprovalTableProps) {
  const t = useTranslations('approvals');
  const format = formatter(useLocale(), zone);
  const whatOf = useApprovalWords();
  if (approvals.length === 0) {
    const key = past ? 'emptyPast' : 'empty';
    return (
      <EmptyState icon={<UserRoundCheck aria-hidden className="size-6" />} title={t(`${key}.title`)}>
        {t(`${key}.text`)}
      </EmptyState>
    );
  }
  const columns: readonly Column<ApprovalView>[] = [
    {
      key: 'what',
      header: t('column.what'),
      phone: 'lead',
      cell: (each) => (
        <TextLink
          href={paths.admin.approval(each.id)}
          className="inline-flex min-h-11 items-center font-semibold compact:min-h-6"
        >
          {whatOf(each)}
        </TextLink>
      ),
    },
    { key: 'who', header: t('column.who'), cell: ({ person }) => <bdi>{person.name}</bdi> },
    {
      key: 'status',
      header: t('column.status'),
      phone: 'aside',
      cell: (each) => <ApprovalStatus {...each} />,
    },
    {
      key: 'by',
      header: t('column.by'),
      cell: ({ requested_by, created_at }) => (
        <span className="text-muted">
          {t.rich('asked', {
            name: requested_by.name,
            at: format.dateTime(created_at),
            who: (name) => <bdi>{name}</bdi>,
          })}
        </span>
      ),
    },
  ];
  return (
    <Card flush>
      <DataTable caption={t('title')} columns={columns} rows={approvals} rowKey={({ id }) => id} />
      {footer}
    </Card>
  );
}
