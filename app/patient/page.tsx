import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { NextVisit } from '#components/appointments/next-visit';
import { HeldList } from '#components/care/held-list';
import { FactorNudge } from '#components/patients/factor-nudge';
import { Greeting } from '#components/patients/greeting';
import { PrivacyCard } from '#components/patients/privacy-card';
import { MedicineList } from '#components/records/medicine-list';
import { NewestResults } from '#components/records/newest-results';
import { NotToTake } from '#components/records/not-to-take';
import { WaitingList } from '#components/requests/waiting-list';
import { whatWaits } from '#components/requests/what-waits';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { formatter } from '#lib/i18n/format';
import { listAmendmentRequests } from '#lib/operations/amendment-requests/list';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { listHeldCharts } from '#lib/operations/care-relationships/list-held';
import { summariseRecords } from '#lib/operations/records/summarise';
import { listRefills } from '#lib/operations/refills/list';
import { listWithheld } from '#lib/operations/results/withheld';
import { listSessions } from '#lib/operations/sessions/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home');
  return { title: t('title') };
}

export default async function PatientHomePage() {
  const [{ called, now, zone, own_zone, has_second_factor }, locale, t] = await Promise.all([
    personOf('patient'),
    getLocale(),
    getTranslations(),
  ]);
  const answered = { open: false, page_size: 100 };
  const [visits, summary, sessions, held, withheld, refills, corrections] = await Promise.all([
    query(listOwnAppointments, { when: 'upcoming', page_size: 1 }),
    query(summariseRecords, {}),
    query(listSessions, {}),
    query(listHeldCharts, {}),
    query(listWithheld, {}),
    query(listRefills, answered),
    query(listAmendmentRequests, answered),
  ]);
  const [visit] = visits.items;
  const format = formatter(locale, zone);
  const waiting = whatWaits({
    withheld: withheld.items,
    visit,
    refills: refills.items,
    corrections: corrections.items,
    daysTo: (moment) => format.daysBetween(now, moment),
  });
  const prescriptions = paths.patient.recordsOf({ group: 'medicines' });
  const recordHref = ({ id }: { id: string }) => paths.patient.record(id);
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        kicker={format.longDateWithYear(now)}
        title={<Greeting name={called} now={now} zone={zone} />}
      />
      {!has_second_factor && <FactorNudge />}
      <HeldList charts={held.items} />
      <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
        <div className="flex flex-col gap-8">
          <WaitingList items={waiting} />
          <NextVisit visit={visit} ownZone={own_zone} now={now} />
          <NewestResults
            results={summary.results}
            zone={zone}
            hrefOf={recordHref}
            allHref={paths.patient.results}
          />
        </div>
        <div className="flex flex-col gap-8">
          <Section id="medicines" title={t('records.medicines.title')}>
            <MedicineList medicines={summary.medicines} hrefOf={recordHref} allHref={prescriptions} />
            <NotToTake medicines={summary.not_taken} hrefOf={recordHref} />
          </Section>
          <Section id="privacy" title={t('home.privacy.title')}>
            <PrivacyCard sessions={sessions.items} hasSecondFactor={has_second_factor} zone={zone} />
          </Section>
        </div>
      </div>
    </div>
  );
}
