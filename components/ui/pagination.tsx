import { useTranslations } from 'next-intl';
import { buttonClass } from './button-class';
import { ButtonLink } from './button-link';

interface PaginationProps {
  page: number;
  pages: number;
  page_size: number;
  total: number;
  hrefOf: (page: number) => string;
  /** Lists by time say "Newer" and "Older". */
  order?: 'pages' | 'time';
}

export function Pagination({ page, pages, page_size, total, hrefOf, order = 'pages' }: PaginationProps) {
  const t = useTranslations('common.pagination');
  if (total === 0) return null;
  const from = Math.min((page - 1) * page_size + 1, total);
  const step = (to: number, label: string, possible: boolean) =>
    possible ? (
      <ButtonLink href={hrefOf(to)} tone="secondary">
        {label}
      </ButtonLink>
    ) : (
      <span aria-hidden className={buttonClass('off')}>
        {label}
      </span>
    );
  return (
    <nav
      aria-label={t('label')}
      className="flex flex-wrap items-center justify-between gap-3 px-5 py-3 dense:px-4 no-print"
    >
      <p className="text-muted tabular-nums">
        {t('range', { from, to: Math.min(page * page_size, total), total })}
      </p>
      {pages > 1 && (
        <div className="flex gap-2">
          {step(page - 1, order === 'time' ? t('newer') : t('previous'), page > 1)}
          {step(page + 1, order === 'time' ? t('older') : t('next'), page < pages)}
        </div>
      )}
    </nav>
  );
}
