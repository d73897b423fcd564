import { Video } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class';
import { SameTime } from './same-time';
import { useTwoClocks } from './two-clocks';
import type { DayVisit } from './visit';

interface JoinVisitProps {
  visit: DayVisit;
  /** By whose clock its patient reads, null where they have chosen none; staff read by that of the clinic. */
  ownZone?: string | null;
  /** Leads on to the room, and tells it nothing of us. */
  href: string;
  /** The moment of this request, where it is said that there is no link: on the page of the patient’s visit. */
  now?: string;
}

/** Into the room of a visit by video, around its time; before that, from when. */
export function JoinVisit({ visit, ownZone, href, now }: JoinVisitProps) {
  const t = useTranslations('appointments.join');
  const { format } = useTwoClocks(visit.zone, ownZone ?? null);
  const { allowed, reason } = visit.can.join;
  if (allowed) {
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          referrerPolicy="no-referrer"
          className={buttonClass()}
        >
          <Video aria-hidden className="size-4" />
          {t('open')}
        </a>
        <span className="text-muted">{t('newTab')}</span>
      </div>
    );
  }
  if (now && isWithoutLink(visit, now)) return <p className="text-muted">{t('noLink')}</p>;
  if (reason !== 'not_yet' || !visit.join) return null;
  const { from } = visit.join;
  return (
    <p className="text-muted">
      {t('notYet', { day: format.longDate(from), time: format.time(from) })}
      <span className="block tabular-nums empty:hidden">
        <SameTime at={from} zone={visit.zone} ownZone={ownZone} />
      </span>
    </p>
  );
}

/** Still to come, or just taking place, at a site that has no place for it. */
const isWithoutLink = ({ mode, join, status, ends_at }: DayVisit, now: string) =>
  mode === 'video' && join === null && status === 'scheduled' && Date.parse(ends_at) > Date.parse(now);
