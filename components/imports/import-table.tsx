import { FileInput } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';
import { type Column, DataTable } from '#components/ui/data-table';
import { EmptyState } from '#components/ui/empty-state';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { ImportState } from './import-state';
import type { ImportSummary } from './import-view';

interface ImportTableProps {
  imports: readonly ImportSummary[];
  zone: string;
  hrefOf: (id: string) => string;
  footer?: ReactNode;
}

/** Uploads by when they came: nothing that they say stands here. */
export function ImportTable({ imports, zone, hrefOf, footer }: ImportTableProps) {
  const t = useTranslations('imports');
  const format = formatter(useLocale(), zone);
  if (imports.length === 0) {
    return (
      <EmptyState icon={<FileInput aria-hidden className="size-6" />} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    );
  }
  const number = (key: 'added' | 'updated' | 'rejected'): Column<ImportSummary> => ({
    key,
    header: t(`count.${key}`),
    phone: 'hidden',
    cell: (each) => format.number(each[key]),
  });
  const columns: readonly Column<ImportSummary>[] = [
    {
      key: 'when',
      header: t('column.when'),
      phone: 'lead',
      cell: ({ id, created_at }) => (
        <TextLink
          href={hrefOf(id)}
          className="inline-flex min-h-11 items-center font-semibold compact:min-h-6"
        >
          {format.dateTime(created_at)}
        </TextLink>
      ),
    },
    {
      key: 'what',
      header: t('column.what'),
      cell: ({ bundle_type, total }) => t(`type.${bundle_type}`, { count: total }),
    },
    { key: 'state', header: t('column.state'), phone: 'aside', cell: (each) => <ImportState {...each} /> },
    number('added'),
    number('updated'),
    number('rejected'),
  ];
  return (
    <Card flush>
      <DataTable caption={t('title')} columns={columns} rows={imports} rowKey={({ id }) => id} />
      {footer}
    </Card>
  );
}
