import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OutboxList } from '#components/demo/outbox-list';
import { PublicShell } from '#components/shell/public-shell';
import { PageHeader } from '#components/ui/page-header';
import { demoMails } from '#lib/transport/page-demo';
import { publicOrigin } from '#lib/transport/page-mode';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('demo.outbox'))('title') };
}

export default async function OutboxPage() {
  const [mails, t] = await Promise.all([demoMails(), getTranslations('demo.outbox')]);
  return (
    <PublicShell width="wide">
      <div className="flex flex-col gap-6">
        <PageHeader title={t('title')} summary={t('intro')} />
        <OutboxList mails={mails} zone="Europe/London" origin={publicOrigin()} />
      </div>
    </PublicShell>
  );
}
