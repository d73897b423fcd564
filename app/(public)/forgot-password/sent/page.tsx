import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MailSent } from '#components/auth/mail-sent';
import { PublicShell } from '#components/shell/public-shell';
import { isDemo } from '#lib/transport/page-mode';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.forgotSent'))('title') };
}

export default function ForgotPasswordSentPage() {
  return (
    <PublicShell>
      <MailSent about="forgotSent" demo={isDemo()} />
    </PublicShell>
  );
}
