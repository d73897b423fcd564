import { Inbox } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { type Column, DataTable } from '#components/ui/data-table';
import { EmptyState } from '#components/ui/empty-state';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import type { AnyRequest } from './request';
import { requestTitle } from './request-title';

interface QueueTableProps {
  kind: 'refills' | 'corrections';
  requests: readonly AnyRequest[];
  zone: string;
  now: string;
  hrefOf: (request: AnyRequest) => string;
  footer?: ReactNode;
}

/** What waits for a doctor, the longest waiting first. */
export function QueueTable({ kind, requests, zone, now, hrefOf, footer }: QueueTableProps) {
  const t = useTranslations('requests.queue');
  const format = formatter(useLocale(), zone);
  if (requests.length === 0) {
    const key = kind === 'refills' ? 'emptyRefills' : 'emptyCorrections';
    return (
      <EmptyState icon={<Inbox aria-hidden className="size-6" />} title={t(`${key}.title`)}>
        {t(`${key}.text`)}
      </EmptyState>
    );
  }
  const due: Column<AnyRequest> = {
    key: 'due',
    header: t('column.due'),
    phone: 'aside',
    cell: (request) => 'due_at' in request && <DueIn days={format.daysBetween(now, request.due_at)} />,
  };
  const columns: readonly Column<AnyRequest>[] = [
    {
      key: 'what',
      header: t('column.what'),
      phone: 'lead',
      cell: (request) => (
        <TextLink
          href={hrefOf(request)}
          className="inline-flex min-h-11 items-center font-semibold compact:min-h-6"
        >
          {requestTitle(request)}
        </TextLink>
      ),
    },
    { key: 'who', header: t('column.who'), cell: ({ patient_name }) => <bdi>{patient_name}</bdi> },
    { key: 'asked', header: t('column.asked'), cell: ({ requested_at }) => format.dateTime(requested_at) },
    ...(kind === 'corrections' ? [due] : []),
  ];
  return (
    <Card flush>
      <DataTable caption={t('title')} columns={columns} rows={requests} rowKey={({ id }) => id} />
      {footer}
    </Card>
  );
}

/** 45 CFR 164.526: the clinic has 60 days. */
function DueIn({ days }: { days: number }) {
  const t = useTranslations('requests.queue');
  if (days < 0) return <Badge tone="danger">{t('overdue', { days: -days })}</Badge>;
  return <Badge tone={days <= 7 ? 'warn' : 'neutral'}>{t('due', { days })}</Badge>;
}
