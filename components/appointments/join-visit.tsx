import { Video } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class';
import { useTwoClocks } from './two-clocks';
import type { DayVisit } from './visit';

interface JoinVisitProps {
  visit: DayVisit;
  /** By whose clock its patient reads, where they have chosen one; staff read by that of the clinic. */
  ownZone?: string | null;
  /** Leads on to the room, and tells it nothing of us. */
  href: string;
}

/** Into the room of a visit by video, around its time; before that, from when. */
export function JoinVisit({ visit, ownZone = null, href }: JoinVisitProps) {
  const t = useTranslations('appointments.join');
  const { format, beside } = useTwoClocks(visit.zone, ownZone);
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
  if (reason !== 'not_yet' || !visit.join) return null;
  const { from } = visit.join;
  const there = beside(from);
  return (
    <p className="text-muted">
      {t('notYet', { day: format.longDate(from), time: format.time(from) })}
      {there && <span className="block tabular-nums">{there}</span>}
    </p>
  );
}
