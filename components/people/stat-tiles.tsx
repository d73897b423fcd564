import { useLocale } from 'next-intl';
import { PageLink } from '#components/ui/page-link';
import { regionOf } from '#lib/i18n/locale';

export interface Stat {
  label: string;
  /** Words where there is no number to tell. */
  value: number | string;
  href?: string;
}

export function StatTiles({ stats }: { stats: readonly Stat[] }) {
  const number = new Intl.NumberFormat(regionOf(useLocale()));
  return (
    <ul className="grid grid-cols-2 gap-3 xl:grid-cols-4">
      {stats.map((stat) => {
        const body = (
          <>
            <span className="block text-2xl font-bold tabular-nums">
              {typeof stat.value === 'number' ? number.format(stat.value) : stat.value}
            </span>
            <span className="text-muted">{stat.label}</span>
          </>
        );
        const look = 'card-edge block h-full rounded-card border border-border/60 bg-surface p-4 shadow-card';
        return (
          <li key={stat.label}>
            {stat.href ? (
              <PageLink href={stat.href} className={`${look} hover:border-control`}>
                {body}
              </PageLink>
            ) : (
              <div className={look}>{body}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
