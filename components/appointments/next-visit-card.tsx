import { MapPin } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '#components/ui/badge';
import type { Formatter } from '#lib/i18n/format';
import { DaysAway } from './days-away';
import { SameTime } from './same-time';
import { useTwoClocks } from './two-clocks';
import type { VisitView } from './visit';
import { minutesOf } from './visit-length';

interface NextVisitCardProps {
  visit: VisitView;
  zone: string;
  ownZone: string | null;
  /** The moment of this request. */
  now: string;
  actions?: ReactNode;
}

/** The patient's next visit: the day in large, the rest beside it. */
export function NextVisitCard({ visit, zone, ownZone, now, actions }: NextVisitCardProps) {
  const t = useTranslations('appointments');
  const { format } = useTwoClocks(zone, ownZone);
  const away = <DaysAway days={format.daysBetween(now, visit.scheduled_at)} />;
  const minutes = minutesOf(visit);
  return (
    <article className="card-edge overflow-hidden rounded-card border border-border/60 bg-surface shadow-card sm:flex">
      <Day at={visit.scheduled_at} format={format} away={away} />
      <div className="flex min-w-0 flex-1 flex-col gap-4 p-5 sm:p-6">
        <div className="flex items-start justify-between gap-3">
          <h3 className="text-2xl font-bold tabular-nums wrap-break-word">
            {t.rich('timeWith', { time: format.time(visit.scheduled_at), name: visit.doctor_name, bdi })}
          </h3>
          <span className="hidden sm:block">
            <Badge tone="info">{away}</Badge>
          </span>
        </div>
        <p className="flex items-start gap-2 text-muted">
          <MapPin aria-hidden className="mt-1 size-4 shrink-0" />
          <span>
            <span className="block tabular-nums empty:hidden">
              <SameTime at={visit.scheduled_at} zone={zone} ownZone={ownZone} />
            </span>
            {visit.clinic_name
              ? t('minutesAt', { minutes, clinic: visit.clinic_name })
              : t('minutes', { minutes })}
            {visit.notes && <span className="line-clamp-2 wrap-break-word">{visit.notes}</span>}
          </span>
        </p>
        {actions && <div className="flex flex-wrap gap-3 max-sm:*:flex-1">{actions}</div>}
      </div>
    </article>
  );
}

function Day({ at, format, away }: { at: string; format: Formatter; away: ReactNode }) {
  return (
    <p className="flex items-center gap-3 bg-hero px-5 py-3 font-semibold text-on-hero sm:w-38 sm:shrink-0 sm:flex-col sm:items-start sm:justify-center sm:gap-1 sm:px-6">
      <span>{format.weekday(at)}</span>
      <span className="text-3xl font-bold tabular-nums sm:text-day">{format.dayNumber(at)}</span>
      <span>{format.month(at)}</span>
      <span className="ms-auto text-sm font-normal sm:hidden">{away}</span>
    </p>
  );
}

const bdi = (chunks: ReactNode) => <bdi>{chunks}</bdi>;
