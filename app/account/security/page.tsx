import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountTabs } from '#components/account/account-tabs';
import { EndOtherSessions } from '#components/account/end-other-sessions';
import { FactorStatus } from '#components/account/factor-status';
import { SecurityDone } from '#components/account/security-done';
import { SessionList } from '#components/account/session-list';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { listFactors } from '#lib/operations/factors/list';
import { listSessions } from '#lib/operations/sessions/list';
import { query } from '#lib/transport/page';
import { anybody } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { endOthers } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('securityTitle') };
}

export default async function SecurityPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, { done }, t] = await Promise.all([
    anybody(),
    queryOf(searchParams),
    getTranslations('account'),
  ]);
  const [factors, sessions] = await Promise.all([query(listFactors, {}), query(listSessions, {})]);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('securityTitle')} />
      <AccountTabs current="security" />
      <SecurityDone done={done} />
      <Section id="signing-in" title={t('signInTitle')}>
        <FactorStatus confirmedAt={factors.items[0]?.confirmed_at ?? null} zone={zone} />
      </Section>
      <Section id="sessions" title={t('sessionsTitle')}>
        <div className="flex flex-col gap-5">
          <SessionList sessions={sessions.items} zone={zone} />
          <EndOtherSessions
            action={endOthers}
            others={sessions.items.filter(({ current }) => !current).length}
          />
        </div>
      </Section>
    </div>
  );
}
