import { useTranslations } from 'next-intl';
import { Card } from './card';

const bar = 'block rounded-field bg-border/70';

/** Stands in for a list of the same height; shown only when the answer takes longer than 300 ms. */
export function ListSkeleton({ rows = 5 }: { rows?: number }) {
  const t = useTranslations('common');
  return (
    <div role="status" className="skeleton-late flex flex-col gap-6">
      <span className="sr-only">{t('loading')}</span>
      <span className={`${bar} h-9 w-64 max-w-full`} />
      <Card flush>
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: identical rows that never change
          <div key={row} className="flex flex-col gap-2 p-5 dense:p-4">
            <span className={`${bar} h-4 w-1/2`} />
            <span className={`${bar} h-3 w-1/3`} />
          </div>
        ))}
      </Card>
    </div>
  );
}
