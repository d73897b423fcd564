import { getTranslations } from 'next-intl/server';
import { VisitList } from '#components/appointments/visit-list';
import { ButtonLink } from '#components/ui/button-link';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { Section } from '#components/ui/section';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';

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
  const [{ zone }, asked, t] = await Promise.all([
    personOf('patient'),
    queryOf(searchParams),
    getTranslations('appointments'),
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
  const isNew = upcoming.total + past.total === 0;
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        actions={mayBook && <ButtonLink href={to.book}>{t('book.open')}</ButtonLink>}
      />
      {isNew && <VisitList visits={[]} zone={zone} hrefOf={hrefOf} />}
      {!isNew && (
        <Section id="upcoming" title={t('upcoming')}>
          <VisitList visits={upcoming.items} zone={zone} hrefOf={hrefOf} empty="upcoming" />
        </Section>
      )}
      {past.total > 0 && (
        <Section id="past" title={t('pastTitle')}>
          <VisitList visits={past.items} zone={zone} hrefOf={hrefOf} />
          {past.pages > 1 && <Pagination {...past} order="time" hrefOf={(page) => to.visitsOf({ page })} />}
        </Section>
      )}
    </div>
  );
}
