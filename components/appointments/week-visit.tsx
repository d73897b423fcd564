import { Check, CirclePlay, type LucideIcon, UserCheck, Video } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '#components/ui/page-link';
import { formatter } from '#lib/i18n/format';
import { ServiceMark } from './service-mark';
import type { MovableVisit } from './visit';
import type { PlacedVisit } from './week-days';

interface WeekVisitProps extends PlacedVisit<MovableVisit> {
  date: string;
  zone: string;
  href: string;
  moveHref: string;
}

const place =
  'lg:absolute lg:start-[calc(var(--from)+var(--wide)*var(--column)/var(--columns))] lg:w-[calc(var(--wide)/var(--columns))] lg:px-0.5 lg:top-[calc((var(--hour)-var(--first)+var(--minute)/60)*4.5rem)] lg:h-[calc(var(--length)*4.5rem/60)] lg:min-h-6';
/** From how many minutes on there is room for a second line. */
const twoLines = 30;
/** Those that stand beside others on purpose have the end of the day's column for themselves. */
const lanes = { main: '[--from:0%] [--wide:calc(100%-var(--lane))]', beside: '[--from:60%] [--wide:40%]' };

const looks: Partial<Record<MovableVisit['state'], string>> = {
  arrived: 'bg-warn-soft',
  in_progress: 'bg-primary-soft',
  completed: 'bg-sunken text-muted',
};

/** Told by no colour alone, and where there is no room for a second line. */
const stateIcons: Partial<Record<MovableVisit['state'], LucideIcon>> = {
  arrived: UserCheck,
  in_progress: CirclePlay,
  completed: Check,
};

/** One visit in the week: when, who, as what. */
export function WeekVisit(props: WeekVisitProps) {
  const { visit, hour, minute, length, column, columns, date, zone, href, moveHref } = props;
  const t = useTranslations('appointments');
  const format = formatter(useLocale(), zone);
  const StateIcon = stateIcons[visit.state];
  const more = [visit.overbooked ? t('agenda.overbooked') : null, visit.service_name, visit.room_name]
    .filter(Boolean)
    .join(' · ');
  const at = `[--hour:${hour}] [--minute:${minute}] [--length:${length}] [--column:${column}] [--columns:${columns}]`;
  return (
    <li className={`${at} ${place} ${visit.overbooked ? lanes.beside : lanes.main}`}>
      <PageLink
        href={href}
        data-visit={visit.id}
        data-date={date}
        data-move={visit.can.move.allowed ? moveHref : undefined}
        className={`flex h-full min-h-11 overflow-hidden rounded-field border border-border text-xs hover:border-control lg:min-h-0 ${looks[visit.state] ?? 'bg-surface'}`}
      >
        <ServiceMark colour={visit.service_colour} />
        <span className="min-w-0 flex-1 px-1.5 py-0.5 leading-tight">
          <span className="flex items-center gap-1 truncate">
            <span className="tabular-nums text-muted">{format.time(visit.scheduled_at)}</span>
            <bdi className="truncate font-semibold">{visit.patient_name || t('patientUnknown')}</bdi>
            {StateIcon && (
              <StateIcon
                role="img"
                aria-label={t(`agenda.status.${visit.state}`)}
                className="size-3.5 shrink-0"
              />
            )}
            {visit.mode === 'video' && <Video aria-label={t('agenda.video')} className="size-3.5 shrink-0" />}
          </span>
          <span className={`block truncate text-muted ${length < twoLines ? 'lg:sr-only' : ''}`.trimEnd()}>
            {StateIcon && <span aria-hidden>{t(`agenda.status.${visit.state}`)}</span>}
            {StateIcon && more && ' · '}
            {more}
          </span>
        </span>
      </PageLink>
    </li>
  );
}
