import { CalendarCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';
import { EmptyState } from '#components/ui/empty-state';
import { formatter } from '#lib/i18n/format';
import { AgendaClosed } from './agenda-closed';
import { AgendaGap } from './agenda-gap';
import { AgendaRow } from './agenda-row';
import type { ClosedView } from './closed-time';
import { type DayRow, dayRows } from './day-rows';
import type { MovableVisit } from './visit';

interface AgendaProps<Visit> {
  /** One day's visits in order of time. */
  visits: readonly Visit[];
  /** When nobody is offered a time, and why. */
  closed: readonly ClosedView[];
  zone: string;
  now: string;
  /** The visit in the panel. */
  selectedId?: string;
  hrefOf: (visit: Visit) => string;
  panelHrefOf: (visit: Visit) => string;
  moveHrefOf: (visit: Visit) => string;
  stepsOf: (visit: Visit) => ReactNode;
}

/** A doctor's day: visits, the time that nobody is offered, and what is free between. The visit that runs now is marked. */
export function Agenda<Visit extends MovableVisit>(props: AgendaProps<Visit>) {
  const t = useTranslations('appointments');
  const rows = dayRows(props.visits, props.now, props.closed);
  return (
    <>
      {rows.length > 0 && (
        <Card as="ol" flush>
          {rows.map((row) => (
            <Row key={keyOf(row)} row={row} {...props} />
          ))}
        </Card>
      )}
      {props.visits.length === 0 && (
        <EmptyState icon={<CalendarCheck aria-hidden className="size-6" />} title={t('agenda.empty.title')}>
          {t('agenda.empty.text')}
        </EmptyState>
      )}
    </>
  );
}

function keyOf<Visit extends MovableVisit>(row: DayRow<Visit>): string {
  if (row.kind === 'visit') return row.visit.id;
  return row.kind === 'gap' ? row.from : row.closed.kind + row.closed.starts_at;
}

function Row<Visit extends MovableVisit>({
  row,
  zone,
  selectedId,
  hrefOf,
  panelHrefOf,
  moveHrefOf,
  stepsOf,
}: Omit<AgendaProps<Visit>, 'visits' | 'closed' | 'now'> & { row: DayRow<Visit> }) {
  const t = useTranslations('appointments');
  const format = formatter(useLocale(), zone);
  if (row.kind === 'closed') {
    return <AgendaClosed closed={row.closed} zone={zone} time={format.time(row.closed.starts_at)} />;
  }
  if (row.kind === 'gap') {
    const text = t('agenda.free', { hours: Math.floor(row.minutes / 60), minutes: row.minutes % 60 });
    return <AgendaGap time={format.time(row.from)} text={text} />;
  }
  return (
    <AgendaRow
      visit={row.visit}
      time={format.time(row.visit.scheduled_at)}
      current={row.current}
      selected={row.visit.id === selectedId}
      href={hrefOf(row.visit)}
      panelHref={panelHrefOf(row.visit)}
      moveHref={moveHrefOf(row.visit)}
      steps={stepsOf(row.visit)}
    />
  );
}
