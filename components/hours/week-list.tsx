import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { DayBar } from './day-bar';
import { useWeekdayName, weekdays } from './weekday-name';

export interface WeeklySpan {
  weekday: number;
  starts: string;
  ends: string;
  slot_minutes: number;
  break_starts: string | null;
  break_ends: string | null;
  in_person: boolean;
  video: boolean;
  room_id: string | null;
}

interface WeekListProps {
  weekly: readonly WeeklySpan[];
  rooms: readonly { id: string; name: string }[];
}

/** The usual week: a picture of each day, the same in words, and the way to change it. */
export function WeekList({ weekly, rooms }: WeekListProps) {
  const t = useTranslations('hours.week');
  const nameOf = useWeekdayName();
  const roomOf = (span: WeeklySpan) => rooms.find(({ id }) => id === span.room_id)?.name;
  return (
    <Card as="ul" flush>
      {weekdays.map((weekday) => {
        const spans = weekly.filter((span) => span.weekday === weekday);
        return (
          <li key={weekday} className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[7rem_minmax(0,1fr)_auto]">
            <h2 className="text-base font-semibold dense:text-sm">{nameOf(weekday)}</h2>
            <div className="min-w-0">
              <DayBar spans={spans} />
              {spans.length === 0 && <p className="text-muted">{t('nobody')}</p>}
              {spans.map((span) => (
                <p key={span.starts} className="tabular-nums">
                  {t('span', { starts: span.starts, ends: span.ends })}{' '}
                  <span className="text-muted">
                    {t('facts', {
                      minutes: span.slot_minutes,
                      mode: span.in_person && span.video ? 'any' : span.video ? 'video' : 'in_person',
                    })}
                    {span.break_starts &&
                      ` · ${t('break', { starts: span.break_starts, ends: span.break_ends ?? '' })}`}
                    {roomOf(span) && ` · ${roomOf(span)}`}
                  </span>
                </p>
              ))}
            </div>
            <TextLink
              href={paths.doctor.hoursOn(weekday)}
              className="inline-flex min-h-11 items-center self-start compact:min-h-6"
            >
              {t('change')} <span className="sr-only">{nameOf(weekday)}</span>
            </TextLink>
          </li>
        );
      })}
    </Card>
  );
}
