import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FactorStatus } from '#components/account/factor-status';
import { SessionList } from '#components/account/session-list';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { listFactors } from '#lib/operations/factors/list';
import { listSessions } from '#lib/operations/sessions/list';
import { query } from '#lib/transport/page';
import { anybody } from '#lib/transport/page-person';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('securityTitle') };
}

export default async function SecurityPage() {
  const [{ zone }, t] = await Promise.all([anybody(), getTranslations('account')]);
  const [factors, sessions] = await Promise.all([query(listFactors, {}), query(listSessions, {})]);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-8">
      <PageHeader title={t('securityTitle')} />
      <Section id="signing-in" title={t('signInTitle')}>
        <FactorStatus confirmedAt={factors.items[0]?.confirmed_at ?? null} zone={zone} />
      </Section>
      <Section id="sessions" title={t('sessionsTitle')}>
        <SessionList sessions={sessions.items} zone={zone} />
      </Section>
    </div>
  );
}
