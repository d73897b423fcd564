import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountTabs } from '#components/account/account-tabs';
import { EndOtherSessions } from '#components/account/end-other-sessions';
import { ProtectionFacts } from '#components/account/protection-facts';
import { ProtectionStatus } from '#components/account/protection-status';
import { SecurityDone } from '#components/account/security-done';
import { SecurityEvents } from '#components/account/security-events';
import { SessionList } from '#components/account/session-list';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { listSessions } from '#lib/operations/sessions/list';
import { securityOverview } from '#lib/operations/users/security-overview';
import { query } from '#lib/transport/page';
import { anybody } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { endOne, endOthers } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('securityTitle') };
}

export default async function SecurityPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, { done }, t] = await Promise.all([
    anybody(),
    queryOf(searchParams),
    getTranslations('account'),
  ]);
  const [security, sessions] = await Promise.all([query(securityOverview, {}), query(listSessions, {})]);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('securityTitle')} />
      <AccountTabs current="security" />
      <SecurityDone done={done} />
      <ProtectionStatus step={security.next_step} />
      <Section id="protects" title={t('protection.factsTitle')}>
        <ProtectionFacts
          password={security.password}
          factors={security.factors}
          recoveryCodes={security.recovery_codes_left}
          phone={security.phone_allowed}
          zone={zone}
        />
      </Section>
      <Section id="sessions" title={t('sessionsTitle')}>
        <div className="flex flex-col gap-5">
          <SessionList sessions={sessions.items} zone={zone} end={endOne} />
          <EndOtherSessions
            action={endOthers}
            others={sessions.items.filter(({ current }) => !current).length}
          />
        </div>
      </Section>
      <Section id="events" title={t('protection.eventsTitle')}>
        <SecurityEvents events={security.events} zone={zone} />
      </Section>
    </div>
  );
}
