import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { DescriptionList } from '#components/ui/description-list';
import { PageHeader } from '#components/ui/page-header';
import { SameTime } from './same-time';
import { useTwoClocks } from './two-clocks';
import { type VisitState, type VisitView, visitTones } from './visit';
import { VisitDone } from './visit-done';
import { minutesOf } from './visit-length';
import type { VisitMode } from './visit-wish';

interface VisitDetailProps {
  visit: VisitView & {
    zone: string;
    state: VisitState;
    confirmed_at: string | null;
    mode: VisitMode;
    service_name: string | null;
    room_name: string | null;
  };
  /** By whose clock its patient reads, null where they have chosen none; staff read by that of the clinic. */
  ownZone?: string | null;
  /** What has just been done, as the address says. */
  done: string | undefined;
  back: { href: string; label: string };
  /** Cancel, complete: what the reader may do. */
  actions?: ReactNode;
  /** For staff: who comes. */
  patient?: ReactNode;
  /** What its day asks for: to say that one is there, to join it. */
  day?: ReactNode;
  /** What is asked before it. */
  questions?: ReactNode;
  /** What has become of it so far. */
  story?: ReactNode;
}

/** A visit as its page shows it to either side. */
export function VisitDetail({
  visit,
  ownZone,
  done,
  back,
  actions,
  patient,
  day,
  questions,
  story,
}: VisitDetailProps) {
  const t = useTranslations('appointments');
  const { format } = useTwoClocks(visit.zone, ownZone ?? null);
  const { scheduled_at: at } = visit;
  const facts = [
    ...(patient ? [{ term: t('field.patient'), value: patient }] : []),
    { term: t('field.doctor'), value: <bdi>{visit.doctor_name}</bdi> },
    ...(visit.service_name ? [{ term: t('field.service'), value: visit.service_name }] : []),
    ...(visit.mode === 'video' ? [{ term: t('field.mode'), value: t('book.mode.video') }] : []),
    {
      term: t('field.where'),
      value: [visit.clinic_name, visit.room_name].filter(Boolean).join(' · ') || null,
    },
    { term: t('field.length'), value: t('minutes', { minutes: minutesOf(visit) }) },
    {
      term: t('field.notes'),
      value: visit.notes && <span className="whitespace-pre-wrap">{visit.notes}</span>,
    },
  ];
  return (
    <article className="flex flex-col gap-6 dense:gap-4">
      <VisitDone done={done} />
      <PageHeader
        title={`${format.longDate(at)}, ${format.time(at)}`}
        summary={<SameTime at={at} zone={visit.zone} ownZone={ownZone} />}
        kicker={t('visit')}
        back={back}
        actions={actions}
      />
      <Card className="flex flex-col gap-5">
        <div>
          <Badge tone={visitTones[visit.status]}>{t(`state.${visit.state}`)}</Badge>{' '}
          {visit.state === 'scheduled' && visit.confirmed_at && <Badge tone="ok">{t('confirmed')}</Badge>}
        </div>
        {day}
        <DescriptionList items={facts} missing={t('notRecorded')} columns={2} />
      </Card>
      {questions}
      {story}
    </article>
  );
}
