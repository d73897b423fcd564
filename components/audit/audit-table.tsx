import { ScrollText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';
import { type Column, DataTable } from '#components/ui/data-table';
import { EmptyState } from '#components/ui/empty-state';
import { TextLink } from '#components/ui/text-link';
import { type Formatter, formatter } from '#lib/i18n/format';
import { type AuditEventView, isDenied } from './audit-event';
import { ActionName, ActorName, ResourceName } from './audit-words';
import { Outcome } from './outcome';

interface AuditTableProps {
  events: readonly AuditEventView[];
  zone: string;
  hrefOf: (event: AuditEventView) => string;
  /** Pagination. */
  footer?: ReactNode;
}

type Words = ReturnType<typeof useTranslations<'audit'>>;
type Columns = readonly Column<AuditEventView>[];

function columnsOf(t: Words, format: Formatter, hrefOf: AuditTableProps['hrefOf']): Columns {
  return [
    {
      key: 'time',
      header: t('column.time'),
      phone: 'aside',
      className: 'whitespace-nowrap',
      cell: (event) => (
        <TextLink href={hrefOf(event)} look="quiet" className="inline-flex min-h-6 items-center">
          <time dateTime={event.timestamp}>
            <span className="max-lg:hidden">{format.date(event.timestamp)}, </span>
            <span className="lg:hidden">{format.plainDay(format.dayOf(event.timestamp))}, </span>
            {format.timeWithSeconds(event.timestamp)}
          </time>
        </TextLink>
      ),
    },
    { key: 'who', header: t('column.who'), phone: 'lead', cell: (event) => <ActorName event={event} /> },
    {
      key: 'what',
      header: t('column.what'),
      phone: 'line',
      cell: (event) => <ActionName event={event} />,
    },
    { key: 'on', header: t('column.on'), phone: 'hidden', cell: (event) => <ResourceName event={event} /> },
    {
      key: 'outcome',
      header: t('column.outcome'),
      phone: 'lineEnd',
      cell: (event) => <Outcome event={event} />,
    },
    {
      key: 'address',
      header: t('column.address'),
      phone: 'hidden',
      cell: ({ ip_address }) => <span className="font-mono text-muted">{ip_address ?? '–'}</span>,
    },
  ];
}

export function AuditTable({ events, zone, hrefOf, footer }: AuditTableProps) {
  const t = useTranslations('audit');
  const format = formatter(useLocale(), zone);
  if (events.length === 0) {
    return (
      <EmptyState icon={<ScrollText aria-hidden className="size-6" />} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    );
  }
  return (
    <Card flush>
      <DataTable
        caption={t('title')}
        columns={columnsOf(t, format, hrefOf)}
        rows={events}
        rowKey={(event) => event.id}
        toneOf={(event) => (isDenied(event) ? 'danger' : 'plain')}
      />
      {footer}
    </Card>
  );
}
