import { getTranslations } from 'next-intl/server';
import { CheckIn } from '#components/appointments/check-in';
import { JoinVisit } from '#components/appointments/join-visit';
import type { DayVisit } from '#components/appointments/visit';
import { VisitList } from '#components/appointments/visit-list';
import { ButtonLink } from '#components/ui/button-link';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';
import { sayArrived, undoArrived } from './day-actions';
import { WaitsSection } from './waits-section';

interface VisitsBodyProps {
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId?: string;
  /** May the reader book for them? */
  mayBook: boolean;
  searchParams: SearchParams;
}

export async function VisitsBody({ patientId: patient_id, mayBook, searchParams }: VisitsBodyProps) {
  const to = paths.patient.chart(patient_id);
  const hrefOf = ({ id }: { id: string }) => to.visit(id);
  const [{ own_zone: ownZone }, asked, t, calendar] = await Promise.all([
    personOf('patient'),
    queryOf(searchParams),
    getTranslations('appointments'),
    getTranslations('calendar'),
  ]);
  const [upcoming, past] = await Promise.all([
    query(listOwnAppointments, { patient_id, when: 'upcoming', page_size: 50 }),
    query(listOwnAppointments, {
      patient_id,
      when: 'past',
      sort_order: 'desc',
      page: pageNumber(asked.page),
    }),
  ]);
  const joinOf = (visit: DayVisit) =>
    visit.can.join.allowed && (
      <JoinVisit visit={visit} ownZone={ownZone} href={paths.patient.joinVisit(visit.id)} />
    );
  const dayOf = (visit: DayVisit & { version: number }) => {
    const shown = { id: visit.id, version: visit.version, patientId: patient_id };
    const { arrive, undo } = visit.can;
    if (arrive.allowed || undo.allowed) {
      return (
        <CheckIn
          visit={visit}
          ownZone={ownZone}
          say={sayArrived.bind(null, shown)}
          undo={undoArrived.bind(null, shown)}
        />
      );
    }
    return joinOf(visit);
  };
  const isNew = upcoming.total + past.total === 0;
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        actions={mayBook && <ButtonLink href={to.book}>{t('book.open')}</ButtonLink>}
      />
      <WaitsSection patientId={patient_id} mayBook={mayBook} done={asked.done} />
      {isNew && <VisitList visits={[]} ownZone={ownZone} hrefOf={hrefOf} />}
      {!isNew && (
        <Section id="upcoming" title={t('upcoming')}>
          <VisitList
            visits={upcoming.items}
            ownZone={ownZone}
            hrefOf={hrefOf}
            dayOf={dayOf}
            empty="upcoming"
          />
        </Section>
      )}
      {patient_id === undefined && <TextLink href={paths.patient.calendar}>{calendar('open')}</TextLink>}
      {past.total > 0 && (
        <Section id="past" title={t('pastTitle')}>
          {/* One that lasts longer than was planned stands here already. */}
          <VisitList visits={past.items} ownZone={ownZone} hrefOf={hrefOf} dayOf={joinOf} />
          {past.pages > 1 && <Pagination {...past} order="time" hrefOf={(page) => to.visitsOf({ page })} />}
        </Section>
      )}
    </div>
  );
}
