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
import { WithheldNotice } from '#components/records/withheld-notice';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { formatter } from '#lib/i18n/format';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { listHeldCharts } from '#lib/operations/care-relationships/list-held';
import { summariseRecords } from '#lib/operations/records/summarise';
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
  const [{ called, now, zone, has_second_factor }, locale, t] = await Promise.all([
    personOf('patient'),
    getLocale(),
    getTranslations(),
  ]);
  const [visits, summary, sessions, held, withheld] = await Promise.all([
    query(listOwnAppointments, { when: 'upcoming', page_size: 1 }),
    query(summariseRecords, {}),
    query(listSessions, {}),
    query(listHeldCharts, {}),
    query(listWithheld, {}),
  ]);
  const [visit] = visits.items;
  const prescriptions = paths.patient.recordsOf({ group: 'medicines' });
  const recordHref = ({ id }: { id: string }) => paths.patient.record(id);
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        kicker={formatter(locale, zone).longDateWithYear(now)}
        title={<Greeting name={called} now={now} zone={zone} />}
      />
      {!has_second_factor && <FactorNudge />}
      <HeldList charts={held.items} />
      <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
        <div className="flex flex-col gap-8">
          <NextVisit visit={visit} now={now} />
          <WithheldNotice count={withheld.items.length} />
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
