import { CalendarCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { EmptyState } from '#components/ui/empty-state';
import { formatter } from '#lib/i18n/format';
import { AgendaGap } from './agenda-gap';
import { AgendaRow, type AgendaVisit } from './agenda-row';
import { dayRows } from './day-rows';

interface AgendaProps {
  /** One day's visits in order of time. */
  visits: readonly AgendaVisit[];
  zone: string;
  now: string;
  /** The visit in the panel. */
  selectedId?: string;
  hrefOf: (visit: AgendaVisit) => string;
  panelHrefOf: (visit: AgendaVisit) => string;
}

/** A doctor's day: visits, and the free time between them. The visit that runs now is marked. */
export function Agenda({ visits, zone, now, selectedId, hrefOf, panelHrefOf }: AgendaProps) {
  const t = useTranslations('appointments');
  const format = formatter(useLocale(), zone);
  if (visits.length === 0) {
    return (
      <EmptyState icon={<CalendarCheck aria-hidden className="size-6" />} title={t('agenda.empty.title')}>
        {t('agenda.empty.text')}
      </EmptyState>
    );
  }
  return (
    <Card as="ol" flush>
      {dayRows(visits, now).map((row) =>
        row.kind === 'gap' ? (
          <AgendaGap
            key={row.from}
            time={format.time(row.from)}
            text={t('agenda.free', { hours: Math.floor(row.minutes / 60), minutes: row.minutes % 60 })}
          />
        ) : (
          <AgendaRow
            key={row.visit.id}
            visit={row.visit}
            time={format.time(row.visit.scheduled_at)}
            current={row.current}
            selected={row.visit.id === selectedId}
            href={hrefOf(row.visit)}
            panelHref={panelHrefOf(row.visit)}
          />
        ),
      )}
    </Card>
  );
}
